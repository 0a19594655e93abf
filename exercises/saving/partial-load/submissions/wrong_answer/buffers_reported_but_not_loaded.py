# caught-by: loads_the_buffers
# mistake: Buffers seem to be reported as loaded, but are not.
# mistake[zh-CN]: 缓冲区似乎报告为已加载，实际却没有。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    parameters = dict(model.named_parameters())
    model.load_state_dict({name: state[name] for name in loaded if name in parameters}, strict=False)
    return loaded, skipped, missing
