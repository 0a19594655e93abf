# caught-by: reports_three_lists
# mistake: Names with another shape seem to be reported as missing instead of skipped.
# mistake[zh-CN]: 形状不同的名字似乎被报告为 missing，而不是 skipped。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in own]
    missing = [name for name in own if name not in loaded]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
