# caught-by: keeps_the_best_weights
# mistake: You seem to compare with the value before instead of the best.
# mistake[zh-CN]: 你似乎是与上一个值比较，而不是与最好值比较。
import copy


def train_keep_best(model, steps, evaluate):
    previous, values = None, []
    for step in steps:
        step(model)
        value = evaluate(model)
        values.append(value)
        if previous is None or value > previous:
            best_state = copy.deepcopy(model.state_dict())
        previous = value
    model.load_state_dict(best_state)
    return max(values)
