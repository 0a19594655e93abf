# caught-by: keeps_the_best_weights
# mistake: The best state does not seem to be loaded in the end.
# mistake[zh-CN]: 最好的状态最后似乎没有被加载。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = copy.deepcopy(model.state_dict())
    return best_value
