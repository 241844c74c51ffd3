-- The agreements a practice signs at registration, in their first version.

INSERT INTO agreement (kind, version, title, body, valid_from) VALUES
('baa', '1.0', 'Business Associate Agreement',
'This agreement is between your practice (the covered entity) and the operator of myQOPI (the business associate). It governs the protected health information that your practice enters into myQOPI. What is entered holds dates but no names, record numbers or contact data, and is in the terms of HIPAA a limited data set (45 CFR 164.514(e)).

The business associate uses and discloses this information only to run QOPI for your practice: to score its measures, to compare them with the aggregate of all practices, to decide on certification where you apply for it, and as the law requires. It does not try to identify patients or to contact them.

The business associate protects the information with administrative, physical and technical safeguards (45 CFR 164.308, 164.310, 164.312), holds its own contractors to the same duties, and tells your practice without unreasonable delay, and within ten business days at the latest, of any use or disclosure that this agreement does not allow.

Your practice may ask for its information, for corrections, and for an account of disclosures. When the agreement ends, the information is returned or destroyed where that is feasible; where it is not, the protections of this agreement stay in force.

Your practice enters only what it may lawfully enter, and keeps its own permissions up to date.',
'2026-01-01'),
('participation', '1.0', 'QOPI Participation Agreement',
'Your practice takes part in QOPI of its own free will and at no charge. The time of your staff is not paid for.

Your practice follows the QOPI methodology when it selects charts and abstracts them. Charts are chosen by the criteria of the round, never for their result. A fellow abstracts charts of other physicians only.

The scores of your practice belong to your practice. The aggregate of all practices belongs to ASCO; your practice uses it for its own quality improvement and does not share it outside without permission.

ASCO keeps the data of your practice confidential. It releases no information that names your practice unless your practice asks for it. ASCO may ask your practice to show a limited number of charts, chosen at random, for an independent audit.

Your practice shares its results with its clinicians and other staff who can act on them. It may leave QOPI at any time; rounds that are closed stay in the aggregate.',
'2026-01-01');
