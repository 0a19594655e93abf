# caught-by: loads_the_backbone
# mistake: The lists seem to be made, but nothing is copied.
# mistake[zh-CN]: 列表似乎做好了，却什么也没有复制。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    return loaded, skipped, missing
