# caught-by: shares_no_memory
# mistake: The model seems to use the memory of `state`.
# mistake[zh-CN]: 模型似乎用了 `state` 的内存。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    own = model.state_dict(keep_vars=True)
    for name in loaded:
        own[name].data = state[name]
    return loaded, skipped, missing
