# caught-by: keeps_the_best_buffers
# mistake: Integer buffers do not seem to be restored.
# mistake[zh-CN]: 整数缓冲区似乎没有恢复。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = {k: v.clone() for k, v in model.state_dict().items() if v.is_floating_point()}
    model.load_state_dict(best_state, strict=False)
    return best_value
