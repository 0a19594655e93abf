# caught-by: reports_three_lists
# mistake: Names that the model does not have do not seem to be reported.
# mistake[zh-CN]: 模型没有的名字似乎没有报告。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name in own and name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
