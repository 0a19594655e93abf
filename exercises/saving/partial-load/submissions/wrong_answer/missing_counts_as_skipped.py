# caught-by: reports_three_lists
# mistake: Names that `state` lacks seem to be reported as skipped.
# mistake[zh-CN]: `state` 中没有的名字似乎被报告为 skipped。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    skipped += [name for name in own if name not in state]
    missing = []
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
