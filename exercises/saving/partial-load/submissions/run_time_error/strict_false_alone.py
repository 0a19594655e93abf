# caught-by: loads_the_backbone
# mistake: `strict=False` alone raises where a shape differs.
# mistake[zh-CN]: 只写 `strict=False`，形状不同时会报错。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict(state, strict=False)
    return loaded, skipped, missing
