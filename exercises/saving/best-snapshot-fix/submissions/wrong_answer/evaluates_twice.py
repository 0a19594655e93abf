# caught-by: alternates
# mistake: You seem to evaluate more than once after a step.
# mistake[zh-CN]: 每一步之后你似乎评估了不止一次。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = evaluate(model)
            best_state = copy.deepcopy(model.state_dict())
    model.load_state_dict(best_state)
    return best_value
