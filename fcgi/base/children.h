/*
 * A master and its children: fork, watch, start anew.
 *
 * TERM or INT: the children are asked to finish (TERM) and the master ends
 * when they have. HUP: a new generation replaces the old one, child by child.
 * A child that ends is replaced; one that ends soon after its start is
 * replaced after a pause that doubles up to 10 s.
 */
#ifndef BASE_CHILDREN_H
#define BASE_CHILDREN_H

enum { CHILDREN_MAX = 256 };

/*
 * Runs `count` children of run(arg), whose result is their exit status, until
 * TERM. The exit status for the master.
 */
int children_run(int count, int (*run)(void *arg), void *arg);

#endif
