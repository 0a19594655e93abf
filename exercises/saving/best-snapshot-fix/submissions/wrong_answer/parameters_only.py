# caught-by: keeps_the_best_buffers
# mistake: Only parameters seem to be restored, no buffers.
# mistake[zh-CN]: 似乎只恢复了参数，没有恢复缓冲区。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = {k: v.detach().clone() for k, v in model.named_parameters()}
    model.load_state_dict(best_state, strict=False)
    return best_value
