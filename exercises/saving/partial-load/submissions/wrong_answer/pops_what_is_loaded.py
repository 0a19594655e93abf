# caught-by: leaves_state_alone
# mistake: Loaded entries seem to be taken out of the `state` that was given.
# mistake[zh-CN]: 似乎把已加载的条目从传入的 `state` 中取走了。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state.pop(name) for name in loaded}, strict=False)
    return loaded, skipped, missing
