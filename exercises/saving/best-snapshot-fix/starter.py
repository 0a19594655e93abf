# quizzer: best-snapshot-fix
"""Training that should end with the best weights, and ends with the last: repair it."""


def train_keep_best(model, steps, evaluate):
    """Do the steps; return the best value, and leave the model with the weights that had it."""
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = model.state_dict()
    model.load_state_dict(best_state)
    return best_value
