# caught-by: takes_negative_values
# mistake: You seem to take a best value of 0 for none at all.
# mistake[zh-CN]: 你似乎把最好值 0 当成了还没有值。
import copy


def train_keep_best(model, steps, evaluate):
    best, state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if not best or value > best:
            best, state = value, copy.deepcopy(model.state_dict())
    model.load_state_dict(state)
    return best
