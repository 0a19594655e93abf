# caught-by: keeps_the_best_weights
# mistake: The first step does not seem to count.
# mistake[zh-CN]: 第一步似乎没有被算进去。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, copy.deepcopy(model.state_dict())
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None:
            best_value = value
        elif value > best_value:
            best_value = value
            best_state = copy.deepcopy(model.state_dict())
    model.load_state_dict(best_state)
    return best_value
