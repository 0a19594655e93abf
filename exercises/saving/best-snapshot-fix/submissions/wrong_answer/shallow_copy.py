# caught-by: keeps_the_best_weights
# mistake: You seem to copy the dictionary, but not its tensors.
# mistake[zh-CN]: 你似乎只复制了字典，没有复制其中的张量。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = copy.copy(model.state_dict())
    model.load_state_dict(best_state)
    return best_value
