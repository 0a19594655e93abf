# caught-by: keeps_the_objects
# mistake: The layers of the model seem to be replaced by copies.
# mistake[zh-CN]: 模型的各层似乎被换成了副本。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = copy.deepcopy(model)
    for name, child in best_state.named_children():
        setattr(model, name, child)
    return best_value
