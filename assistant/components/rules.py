"""RulePolicy without the work that has no effect here: no text pass, and only rules that fit the last turn are compared."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

Turn = tuple[str | None, str | None]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class LeanRulePolicy(RulePolicy):  # type: ignore[misc]
    """Rasa's RulePolicy with the same predictions; a test compares the two over whole conversations."""

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input:  # no rule of ours is matched on text
            return None, None, False
        return super()._find_action_from_rules(tracker, domain, use_text_for_last_user_input)  # type: ignore[no-any-return]

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        if not states:
            return set(lookup)
        actie, intent = _turn(states[-1])
        index = self._index_of(lookup)
        passend = {(a, i) for a in (actie, None) for i in (intent, None)}
        kandidaten = {sleutel: lookup[sleutel] for turn in passend for sleutel in index.get(turn, ())}
        return set(RulePolicy._get_possible_keys(self, kandidaten, states))

    def _index_of(self, lookup: dict[str, str]) -> dict[Turn, list[str]]:
        """The rules by the action and intent that their last turn asks for; made once for each lookup."""
        indexen: dict[int, tuple[int, dict[Turn, list[str]]]] = self.__dict__.setdefault("_indexen", {})
        bekend = indexen.get(id(lookup))
        if bekend is None or bekend[0] != len(lookup):
            index: defaultdict[Turn, list[str]] = defaultdict(list)
            for sleutel in lookup:
                index[_turn(self._rule_key_to_state(sleutel)[-1])].append(sleutel)
            indexen[id(lookup)] = bekend = (len(lookup), dict(index))
        return bekend[1]


def _turn(state: dict[str, Any]) -> Turn:
    actie = (state.get(PREVIOUS_ACTION) or {}).get(ACTION_NAME)
    intent = (state.get(USER) or {}).get(INTENT)
    return (actie if isinstance(actie, str) else None), (intent if isinstance(intent, str) else None)
