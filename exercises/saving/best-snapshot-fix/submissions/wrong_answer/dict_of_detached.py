# caught-by: keeps_the_best_weights
# mistake: `detach()` makes another tensor on the same memory.
# mistake[zh-CN]: `detach()` 得到的是同一块内存上的另一个张量。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = {k: v.detach() for k, v in model.state_dict().items()}
    model.load_state_dict(best_state)
    return best_value
