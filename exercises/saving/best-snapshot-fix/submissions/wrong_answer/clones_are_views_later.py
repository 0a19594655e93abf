# caught-by: keeps_the_best_weights
# mistake: Only the first snapshot seems to be a real copy.
# mistake[zh-CN]: 似乎只有第一次的快照是真正的副本。
import copy


def train_keep_best(model, steps, evaluate):
    best_value, best_state = None, None
    for step in steps:
        step(model)
        value = evaluate(model)
        if best_value is None or value > best_value:
            best_value = value
            best_state = model.state_dict() if best_state else copy.deepcopy(model.state_dict())
    model.load_state_dict(best_state)
    return best_value
