# caught-by: keeps_the_objects
# mistake: The parameters seem to be replaced by other objects.
# mistake[zh-CN]: 参数似乎被换成了别的对象。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = copy.deepcopy(model.state_dict())
    model.load_state_dict(best_state, assign=True)
    return best_value
