# caught-by: leaves_state_alone
# mistake: Entries seem to be deleted from the `state` that was given.
# mistake[zh-CN]: 似乎从传入的 `state` 中删除了条目。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    for name in skipped:
        del state[name]
    model.load_state_dict(state, strict=False)
    return loaded, skipped, missing
