"""A graph runner that calls the nodes in order. The order is worked out once for each list of targets, not for each message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

Stap = tuple[str, GraphNode, tuple[str, ...]]


class SequentialRunner(GraphRunner):  # type: ignore[misc]
    """Runs a trained graph one node after another in this thread, without dask."""

    def __init__(self, schema: GraphSchema, nodes: dict[str, GraphNode]) -> None:
        self._schema, self._nodes = schema, nodes
        self._volgordes: dict[tuple[str, ...], list[Stap]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> SequentialRunner:
        """Instantiate every node of the schema."""
        nodes = {
            naam: GraphNode.from_schema_node(naam, knoop, model_storage, execution_context, hooks)
            for naam, knoop in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The outputs of the targets, given these inputs."""
        doelen = tuple(targets or self._schema.target_names)
        if doelen not in self._volgordes:
            self._volgordes[doelen] = self._volgorde(doelen)
        waarden = dict(inputs or {})
        for naam, knoop, nodig in self._volgordes[doelen]:
            waarden[naam] = knoop(*((bron, waarden[bron]) for bron in nodig))[1]
        return {doel: waarden[doel] for doel in doelen}

    def _volgorde(self, doelen: tuple[str, ...]) -> list[Stap]:
        """The nodes these targets need, each after the ones it needs itself."""
        schema = self._schema.minimal_graph_schema(list(doelen))
        klaar: dict[str, Stap] = {}

        def bezoek(naam: str) -> None:
            if naam in klaar or naam not in schema.nodes:
                return
            nodig = tuple(schema.nodes[naam].needs.values())
            for bron in nodig:
                bezoek(bron)
            klaar[naam] = (naam, self._nodes[naam], nodig)

        for doel in doelen:
            bezoek(doel)
        return list(klaar.values())
