# caught-by: loads_the_backbone
# mistake: When something does not fit, nothing seems to be loaded.
# mistake[zh-CN]: 只要有对不上的，似乎就什么也不加载。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    if not skipped:
        model.load_state_dict(state, strict=False)
    return loaded, skipped, missing
