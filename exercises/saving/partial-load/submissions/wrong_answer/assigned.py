# caught-by: shares_no_memory
# mistake: The tensors of `state` themselves seem to become parts of the model.
# mistake[zh-CN]: `state` 的张量本身似乎成了模型的一部分。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False, assign=True)
    return loaded, skipped, missing
