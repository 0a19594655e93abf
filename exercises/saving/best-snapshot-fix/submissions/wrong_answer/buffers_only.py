# caught-by: keeps_the_best_weights
# mistake: The weights do not seem to be copied.
# mistake[zh-CN]: 权重似乎没有被复制。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = {**model.state_dict(), **{k: v.clone() for k, v in model.named_buffers()}}
    model.load_state_dict(best_state)
    return best_value
