/*
 * Improvement plans: what a practice means to do about a measure, made on a
 * report's page of the measure and shown there again in the next rounds.
 */
#ifndef PAGE_PLAN_H
#define PAGE_PLAN_H

#include "page/visit.h"

/*
 * Puts the plans for a measure into the view as they stand beside a round that
 * closes on a day, as plan_show does: plans.N; for those who may make one the
 * form Form.{goal,owner,due}, and may_plan.
 */
void plan_show_beside(struct visit *v, const char *measure, int32_t closes);

#endif
