# caught-by: reports_three_lists
# mistake: The three lists seem to stand in another order.
# mistake[zh-CN]: 三个列表的先后似乎不同。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, missing, skipped
