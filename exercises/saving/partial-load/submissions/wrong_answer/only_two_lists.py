# caught-by: reports_three_lists
# mistake: You seem to return fewer than three lists.
# mistake[zh-CN]: 你返回的似乎不到三个列表。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped
