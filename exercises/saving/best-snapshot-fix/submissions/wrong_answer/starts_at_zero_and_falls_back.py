# caught-by: takes_negative_values
# mistake: With negative values only, you seem to keep the last state.
# mistake[zh-CN]: 值全为负数时，你似乎保留了最后的状态。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = 0.0, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = copy.deepcopy(model.state_dict())
    if best_state is not None:
        model.load_state_dict(best_state)
    return best_value
