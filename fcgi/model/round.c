/* Rounds: see round.h. */
#include "model/round.h"

#include "base/text.h"

static const struct {
	const char *state, *word, *look;
} states[] = {
	{ "planned", "Coming", "info" },
	{ "open", "Open for abstraction", "good" },
	{ "closed", "Closed, being scored", "warn" },
	{ "released", "Reports released", "idle" },
};

enum { STATES = sizeof states / sizeof *states };

const char *
round_state_word(const char *state)
{
	for (int i = 0; i < STATES; i++)
		if (text_equal(states[i].state, state))
			return states[i].word;
	return state;
}

const char *
round_state_look(const char *state)
{
	for (int i = 0; i < STATES; i++)
		if (text_equal(states[i].state, state))
			return states[i].look;
	return "idle";
}
