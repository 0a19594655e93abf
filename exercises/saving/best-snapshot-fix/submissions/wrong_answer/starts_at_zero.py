# caught-by: takes_negative_values
# mistake: The best value seems to start at 0.
# mistake[zh-CN]: 最好值似乎从 0 开始。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = 0.0, copy.deepcopy(model.state_dict())
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = copy.deepcopy(model.state_dict())
    model.load_state_dict(best_state)
    return best_value
