/* Made-up practices: no such practice or person exists. */
#include "admin/demo.h"

/* clang-format off */
const struct demo_practice demo_practices[] = {
  /* name                              kind                  city             region country  member    last name     physician              fte  new   f. care  charts status */
  { "Lakeside Oncology Associates",    "private_independent", "Madison",       "WI", "US", "200101", "Okafor",     "Dr. Ngozi Okafor",     3.5,  940, 0, .92, 54, "approved" },
  { "Riverbend Fellowship Program",    "fellowship",          "Portland",      "OR", "US", "200102", "Lindqvist",  "Dr. Maja Lindqvist",   6.0, 1500, 4, .78, 20, "approved" },
  { "Cedar Valley Cancer Center",      "employed",            "Cedar Rapids",  "IA", "US", "200103", "Marchetti",  "Dr. Paolo Marchetti",  8.0, 2100, 0, .72, 30, "approved" },
  { "Northshore Hematology Oncology",  "private_academic",    "Evanston",      "IL", "US", "200104", "Abernathy",  "Dr. Ruth Abernathy",   5.0, 1300, 0, .88, 28, "approved" },
  { "Hospital Santa Clara Oncologia",  "academic",            "São Paulo",     "SP", "BR", "200105", "Carvalho",   "Dr. Inês Carvalho",   12.0, 3600, 0, .69, 34, "approved" },
  { "Aegean Oncology Clinic",          "private_independent", "Athens",        "",   "GR", "200106", "Pappas",     "Dr. Eleni Pappas",     2.0,  520, 0, .81, 24, "approved" },
  { "High Desert Cancer Care",         "private_independent", "Santa Fe",      "NM", "US", "200107", "Begay",      "Dr. Thomas Begay",     1.5,  310, 0, .75, 24, "approved" },
  { "Piedmont Fellowship in Oncology", "fellowship",          "Durham",        "NC", "US", "200108", "Whitfield",  "Dr. Joan Whitfield",   7.0, 1700, 3, .83, 20, "approved" },
  { "Great Lakes Fellowship Program",  "fellowship",          "Cleveland",     "OH", "US", "200109", "Novak",      "Dr. Peter Novak",      9.0, 2300, 3, .70, 20, "approved" },
  { "Harborview Oncology Group",       "employed",            "Tacoma",        "WA", "US", "200110", "Nakagawa",   "Dr. Ken Nakagawa",     4.0, 1000, 0, .79, 0,  "approved" },
  { "Hill Country Cancer Center",      "private_academic",    "Kerrville",     "TX", "US", "200111", "Delgado",    "Dr. Rosa Delgado",     2.5,  600, 0, .80, 0,  "waiting" },
};
/* clang-format on */

const size_t n_demo_practices = sizeof demo_practices / sizeof *demo_practices;
