def snapshot(model):
    return {name: value.detach().clone() for name, value in model.state_dict().items()}


def train_keep_best(model, steps, evaluate):
    best = float("-inf")
    kept = snapshot(model)
    for step in steps:
        step(model)
        value = evaluate(model)
        if not value <= best:
            best, kept = value, snapshot(model)
    model.load_state_dict(kept)
    return best
