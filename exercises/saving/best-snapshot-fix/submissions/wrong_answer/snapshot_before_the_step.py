# caught-by: keeps_the_best_weights
# mistake: The snapshot seems to be taken before the step that it belongs to.
# mistake[zh-CN]: 快照似乎是在对应的那一步之前拍的。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        state = copy.deepcopy(model.state_dict())
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = state
    model.load_state_dict(best_state)
    return best_value
