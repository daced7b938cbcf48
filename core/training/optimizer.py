"""AdamW that updates all weights of a network at once.

Keras' optimizers update one variable after another, with about fifteen operations for each. For a network
of a hundred variables, tracing and optimizing that graph takes longer than training on a few hundred images.
Each of these operations works element by element: one vector of all the weights ends at the same weights,
with a fraction of the graph.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.backend import keras, tf


class JoinedAdamW:
    """Keras' AdamW for groups of variables, each joined to one vector.

    A step may leave groups out: their weights and moments stay as they are.
    """

    def __init__(
        self, groups: Sequence[Sequence[tf.Variable]], learning_rate: float, weight_decay: float
    ) -> None:
        self._groups = [list(group) for group in groups]
        self._vectors = [
            tf.Variable(np.zeros(sum(variable.shape.num_elements() for variable in group), np.float32))
            for group in self._groups
        ]
        self._adam = keras.optimizers.AdamW(learning_rate, weight_decay=weight_decay)
        self._adam.build(self._vectors)

    @property
    def state(self) -> list[tf.Variable]:
        """The number of steps, and two moments for each group."""
        variables: list[tf.Variable] = self._adam.variables
        return variables

    @property
    def learning_rate(self) -> tf.Variable:
        """The rate of the next step."""
        return self._adam.learning_rate

    def gradients(self, tape: tf.GradientTape, loss: tf.Tensor, groups: Sequence[int]) -> list[tf.Tensor]:
        """The gradient of `loss` for each of the `groups` by number, a vector each."""
        of_groups = tape.gradient(
            loss, [self._groups[number] for number in groups], unconnected_gradients="zero"
        )
        return [_joined(group) for group in of_groups]

    def apply(self, gradients: Sequence[tf.Tensor], groups: Sequence[int]) -> None:
        """Take a step with what `gradients` gave for these groups."""
        vectors = [self._vectors[number] for number in groups]
        for number, vector in zip(groups, vectors, strict=True):
            vector.assign(_joined(self._groups[number]))
        self._adam.apply_gradients(zip(gradients, vectors, strict=True))
        for number, vector in zip(groups, vectors, strict=True):
            group = self._groups[number]
            parts = tf.split(vector, [variable.shape.num_elements() for variable in group])
            for variable, part in zip(group, parts, strict=True):
                variable.assign(tf.reshape(part, variable.shape))


def _joined(tensors: Sequence[tf.Tensor]) -> tf.Tensor:
    return tf.concat([tf.reshape(tensor, (-1,)) for tensor in tensors], 0)
