# caught-by: leaves_state_alone
# mistake: Missing entries seem to be added to the `state` that was given.
# mistake[zh-CN]: 似乎把缺失的条目加进了传入的 `state`。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    state.update({name: own[name] for name in missing})
    return loaded, skipped, missing
