-- The library file, version 1.

CREATE TABLE organisation (
    name VARCHAR DEFAULT '' NOT NULL, 
    short_name VARCHAR DEFAULT '' NOT NULL, 
    also_written VARCHAR DEFAULT '' NOT NULL, 
    country VARCHAR DEFAULT '' NOT NULL, 
    url VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE place (
    name VARCHAR DEFAULT '' NOT NULL, 
    also_written VARCHAR DEFAULT '' NOT NULL, 
    country VARCHAR DEFAULT '' NOT NULL, 
    territory VARCHAR DEFAULT '' NOT NULL, 
    section VARCHAR DEFAULT '' NOT NULL, 
    population INTEGER, 
    latitude INTEGER, 
    longitude INTEGER, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE series (
    title VARCHAR DEFAULT '' NOT NULL, 
    hashtag VARCHAR DEFAULT '' NOT NULL, 
    hosts VARCHAR DEFAULT '' NOT NULL, 
    about VARCHAR DEFAULT '' NOT NULL, 
    contact VARCHAR DEFAULT '' NOT NULL, 
    accent VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE agenda_template (
    title VARCHAR DEFAULT '' NOT NULL, 
    about VARCHAR DEFAULT '' NOT NULL, 
    content VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE paper_template (
    title VARCHAR DEFAULT '' NOT NULL, 
    about VARCHAR DEFAULT '' NOT NULL, 
    content VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE term (
    vocabulary VARCHAR DEFAULT '' NOT NULL, 
    code VARCHAR DEFAULT '' NOT NULL, 
    label VARCHAR DEFAULT '' NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (vocabulary, code)
);

CREATE TABLE learning_session (
    series_id VARCHAR, 
    label VARCHAR DEFAULT '' NOT NULL, 
    title VARCHAR DEFAULT '' NOT NULL, 
    theme VARCHAR DEFAULT '' NOT NULL, 
    date VARCHAR DEFAULT '' NOT NULL, 
    date_as_written VARCHAR DEFAULT '' NOT NULL, 
    start INTEGER, 
    zone VARCHAR DEFAULT '' NOT NULL, 
    minutes INTEGER, 
    languages VARCHAR DEFAULT '' NOT NULL, 
    interpretation VARCHAR DEFAULT '' NOT NULL, 
    zones VARCHAR DEFAULT '' NOT NULL, 
    attribution VARCHAR DEFAULT '' NOT NULL, 
    about VARCHAR DEFAULT '' NOT NULL, 
    objectives VARCHAR DEFAULT '' NOT NULL, 
    concept VARCHAR DEFAULT '' NOT NULL, 
    link VARCHAR DEFAULT '' NOT NULL, 
    source_url VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(series_id) REFERENCES series (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_learning_session_series_id ON learning_session (series_id) WHERE series_id IS NOT NULL;

CREATE TABLE person (
    name VARCHAR DEFAULT '' NOT NULL, 
    also_written VARCHAR DEFAULT '' NOT NULL, 
    sort_name VARCHAR DEFAULT '' NOT NULL, 
    honorific VARCHAR DEFAULT '' NOT NULL, 
    office VARCHAR DEFAULT '' NOT NULL, 
    office_title VARCHAR DEFAULT '' NOT NULL, 
    organisation_id VARCHAR, 
    place_id VARCHAR, 
    country VARCHAR DEFAULT '' NOT NULL, 
    section VARCHAR DEFAULT '' NOT NULL, 
    languages VARCHAR DEFAULT '' NOT NULL, 
    zone VARCHAR DEFAULT '' NOT NULL, 
    gender VARCHAR DEFAULT '' NOT NULL, 
    email VARCHAR DEFAULT '' NOT NULL, 
    phone VARCHAR DEFAULT '' NOT NULL, 
    biography VARCHAR DEFAULT '' NOT NULL, 
    consent VARCHAR DEFAULT '' NOT NULL, 
    consent_note VARCHAR DEFAULT '' NOT NULL, 
    unlisted BOOLEAN DEFAULT '0' NOT NULL, 
    source_url VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_person_organisation_id ON person (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE INDEX ix_person_place_id ON person (place_id) WHERE place_id IS NOT NULL;

CREATE TABLE breakout_group (
    session_id VARCHAR NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    name VARCHAR DEFAULT '' NOT NULL, 
    room VARCHAR DEFAULT '' NOT NULL, 
    link VARCHAR DEFAULT '' NOT NULL, 
    moderator_id VARCHAR, 
    rapporteur_id VARCHAR, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(moderator_id) REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(rapporteur_id) REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_breakout_group_moderator_id ON breakout_group (moderator_id) WHERE moderator_id IS NOT NULL;

CREATE INDEX ix_breakout_group_rapporteur_id ON breakout_group (rapporteur_id) WHERE rapporteur_id IS NOT NULL;

CREATE INDEX ix_breakout_group_session_id ON breakout_group (session_id);

CREATE TABLE briefing (
    session_id VARCHAR NOT NULL, 
    template VARCHAR DEFAULT '' NOT NULL, 
    title VARCHAR DEFAULT '' NOT NULL, 
    language VARCHAR DEFAULT '' NOT NULL, 
    second_language VARCHAR DEFAULT '' NOT NULL, 
    second_title VARCHAR DEFAULT '' NOT NULL, 
    due VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_briefing_session_id ON briefing (session_id);

CREATE TABLE case_study (
    title VARCHAR DEFAULT '' NOT NULL, 
    place_id VARCHAR, 
    session_id VARCHAR, 
    speaker_id VARCHAR, 
    heard_at INTEGER, 
    country VARCHAR DEFAULT '' NOT NULL, 
    section VARCHAR DEFAULT '' NOT NULL, 
    territory VARCHAR DEFAULT '' NOT NULL, 
    population INTEGER, 
    kind VARCHAR DEFAULT '' NOT NULL, 
    phase VARCHAR DEFAULT '' NOT NULL, 
    challenge VARCHAR DEFAULT '' NOT NULL, 
    objectives VARCHAR DEFAULT '' NOT NULL, 
    measures VARCHAR DEFAULT '' NOT NULL, 
    target_groups VARCHAR DEFAULT '' NOT NULL, 
    actors VARCHAR DEFAULT '' NOT NULL, 
    resources VARCHAR DEFAULT '' NOT NULL, 
    results VARCHAR DEFAULT '' NOT NULL, 
    evidence VARCHAR DEFAULT '' NOT NULL, 
    obstacles VARCHAR DEFAULT '' NOT NULL, 
    lessons VARCHAR DEFAULT '' NOT NULL, 
    period VARCHAR DEFAULT '' NOT NULL, 
    links VARCHAR DEFAULT '' NOT NULL, 
    contact VARCHAR DEFAULT '' NOT NULL, 
    consent VARCHAR DEFAULT '' NOT NULL, 
    status VARCHAR DEFAULT '' NOT NULL, 
    shared_on VARCHAR DEFAULT '' NOT NULL, 
    source_url VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(speaker_id) REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_case_study_place_id ON case_study (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_case_study_session_id ON case_study (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX ix_case_study_speaker_id ON case_study (speaker_id) WHERE speaker_id IS NOT NULL;

CREATE TABLE material (
    session_id VARCHAR NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    title VARCHAR DEFAULT '' NOT NULL, 
    link VARCHAR DEFAULT '' NOT NULL, 
    for_participants BOOLEAN DEFAULT '0' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_material_session_id ON material (session_id);

CREATE TABLE guiding_question (
    session_id VARCHAR NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    text VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_guiding_question_session_id ON guiding_question (session_id);

CREATE TABLE session_organisation (
    session_id VARCHAR NOT NULL, 
    organisation_id VARCHAR NOT NULL, 
    part VARCHAR DEFAULT '' NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_session_organisation_organisation_id ON session_organisation (organisation_id);

CREATE INDEX ix_session_organisation_session_id ON session_organisation (session_id);

CREATE TABLE session_term (
    session_id VARCHAR NOT NULL, 
    term_id VARCHAR NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (session_id, term_id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_session_term_term_id ON session_term (term_id);

CREATE TABLE agenda_item (
    session_id VARCHAR NOT NULL, 
    group_id VARCHAR, 
    position INTEGER DEFAULT '0' NOT NULL, 
    segment VARCHAR DEFAULT '' NOT NULL, 
    segment_as_written VARCHAR DEFAULT '' NOT NULL, 
    title VARCHAR DEFAULT '' NOT NULL, 
    minutes INTEGER, 
    pinned_start INTEGER, 
    cue VARCHAR DEFAULT '' NOT NULL, 
    notes VARCHAR DEFAULT '' NOT NULL, 
    link VARCHAR DEFAULT '' NOT NULL, 
    attribution VARCHAR DEFAULT '' NOT NULL, 
    source_url VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(group_id) REFERENCES breakout_group (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_agenda_item_group_id ON agenda_item (group_id) WHERE group_id IS NOT NULL;

CREATE INDEX ix_agenda_item_session_id ON agenda_item (session_id);

CREATE TABLE briefing_section (
    briefing_id VARCHAR NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    "key" VARCHAR DEFAULT '' NOT NULL, 
    heading VARCHAR DEFAULT '' NOT NULL, 
    second_heading VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(briefing_id) REFERENCES briefing (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_briefing_section_briefing_id ON briefing_section (briefing_id);

CREATE TABLE case_term (
    case_id VARCHAR NOT NULL, 
    term_id VARCHAR NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (case_id, term_id), 
    FOREIGN KEY(case_id) REFERENCES case_study (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_case_term_term_id ON case_term (term_id);

CREATE TABLE appearance (
    session_id VARCHAR NOT NULL, 
    agenda_item_id VARCHAR, 
    person_id VARCHAR NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    role VARCHAR DEFAULT '' NOT NULL, 
    role_as_written VARCHAR DEFAULT '' NOT NULL, 
    minutes INTEGER, 
    language VARCHAR DEFAULT '' NOT NULL, 
    status VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_appearance_agenda_item_id ON appearance (agenda_item_id) WHERE agenda_item_id IS NOT NULL;

CREATE INDEX ix_appearance_person_id ON appearance (person_id);

CREATE INDEX ix_appearance_session_id ON appearance (session_id);

CREATE TABLE briefing_paragraph (
    section_id VARCHAR NOT NULL, 
    position INTEGER DEFAULT '0' NOT NULL, 
    style VARCHAR DEFAULT '' NOT NULL, 
    text VARCHAR DEFAULT '' NOT NULL, 
    spans VARCHAR DEFAULT '' NOT NULL, 
    second_text VARCHAR DEFAULT '' NOT NULL, 
    second_spans VARCHAR DEFAULT '' NOT NULL, 
    second_of VARCHAR DEFAULT '' NOT NULL, 
    caption VARCHAR DEFAULT '' NOT NULL, 
    second_caption VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(section_id) REFERENCES briefing_section (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_briefing_paragraph_section_id ON briefing_paragraph (section_id);

CREATE TABLE note (
    session_id VARCHAR NOT NULL, 
    agenda_item_id VARCHAR, 
    speaker_id VARCHAR, 
    voice VARCHAR DEFAULT '' NOT NULL, 
    place_id VARCHAR, 
    case_id VARCHAR, 
    question_id VARCHAR, 
    position INTEGER DEFAULT '0' NOT NULL, 
    kind VARCHAR DEFAULT '' NOT NULL, 
    text VARCHAR DEFAULT '' NOT NULL, 
    began_at INTEGER, 
    horizon VARCHAR DEFAULT '' NOT NULL, 
    attribution VARCHAR DEFAULT '' NOT NULL, 
    language VARCHAR DEFAULT '' NOT NULL, 
    heard_from VARCHAR DEFAULT '' NOT NULL, 
    author VARCHAR DEFAULT '' NOT NULL, 
    starred BOOLEAN DEFAULT '0' NOT NULL, 
    to_verify BOOLEAN DEFAULT '0' NOT NULL, 
    addressee VARCHAR DEFAULT '' NOT NULL, 
    responsible VARCHAR DEFAULT '' NOT NULL, 
    due VARCHAR DEFAULT '' NOT NULL, 
    figure VARCHAR DEFAULT '' NOT NULL, 
    unit VARCHAR DEFAULT '' NOT NULL, 
    source VARCHAR DEFAULT '' NOT NULL, 
    verified BOOLEAN DEFAULT '0' NOT NULL, 
    answer VARCHAR DEFAULT '' NOT NULL, 
    source_url VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(speaker_id) REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(case_id) REFERENCES case_study (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(question_id) REFERENCES guiding_question (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_note_agenda_item_id ON note (agenda_item_id) WHERE agenda_item_id IS NOT NULL;

CREATE INDEX ix_note_case_id ON note (case_id) WHERE case_id IS NOT NULL;

CREATE INDEX ix_note_place_id ON note (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX ix_note_question_id ON note (question_id) WHERE question_id IS NOT NULL;

CREATE INDEX ix_note_session_id ON note (session_id);

CREATE INDEX ix_note_speaker_id ON note (speaker_id) WHERE speaker_id IS NOT NULL;

CREATE TABLE attachment (
    session_id VARCHAR, 
    note_id VARCHAR, 
    case_id VARCHAR, 
    person_id VARCHAR, 
    series_id VARCHAR, 
    paragraph_id VARCHAR, 
    template_id VARCHAR, 
    position INTEGER DEFAULT '0' NOT NULL, 
    name VARCHAR DEFAULT '' NOT NULL, 
    media_type VARCHAR DEFAULT '' NOT NULL, 
    size INTEGER DEFAULT '0' NOT NULL, 
    sha256 VARCHAR DEFAULT '' NOT NULL, 
    description VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(note_id) REFERENCES note (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(case_id) REFERENCES case_study (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(series_id) REFERENCES series (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(paragraph_id) REFERENCES briefing_paragraph (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(template_id) REFERENCES paper_template (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attachment_case_id ON attachment (case_id) WHERE case_id IS NOT NULL;

CREATE INDEX ix_attachment_note_id ON attachment (note_id) WHERE note_id IS NOT NULL;

CREATE INDEX ix_attachment_paragraph_id ON attachment (paragraph_id) WHERE paragraph_id IS NOT NULL;

CREATE INDEX ix_attachment_person_id ON attachment (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX ix_attachment_series_id ON attachment (series_id) WHERE series_id IS NOT NULL;

CREATE INDEX ix_attachment_session_id ON attachment (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX ix_attachment_template_id ON attachment (template_id) WHERE template_id IS NOT NULL;

CREATE TABLE briefing_step (
    briefing_id VARCHAR NOT NULL, 
    at INTEGER DEFAULT '0' NOT NULL, 
    status VARCHAR DEFAULT '' NOT NULL, 
    signed_by VARCHAR DEFAULT '' NOT NULL, 
    remark VARCHAR DEFAULT '' NOT NULL, 
    words VARCHAR DEFAULT '' NOT NULL, 
    sha256 VARCHAR DEFAULT '' NOT NULL, 
    name VARCHAR DEFAULT '' NOT NULL, 
    size INTEGER DEFAULT '0' NOT NULL, 
    pages INTEGER DEFAULT '0' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(briefing_id) REFERENCES briefing (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_briefing_step_briefing_id ON briefing_step (briefing_id);

CREATE TABLE clearance_sheet (
    session_id VARCHAR NOT NULL, 
    person_id VARCHAR NOT NULL, 
    sent_on VARCHAR DEFAULT '' NOT NULL, 
    back_on VARCHAR DEFAULT '' NOT NULL, 
    remark VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (session_id, person_id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_clearance_sheet_person_id ON clearance_sheet (person_id);

CREATE TABLE run_event (
    session_id VARCHAR NOT NULL, 
    at INTEGER DEFAULT '0' NOT NULL, 
    kind VARCHAR DEFAULT '' NOT NULL, 
    group_id VARCHAR, 
    agenda_item_id VARCHAR, 
    person_id VARCHAR, 
    minutes INTEGER, 
    author VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(session_id) REFERENCES learning_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(group_id) REFERENCES breakout_group (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_run_event_agenda_item_id ON run_event (agenda_item_id) WHERE agenda_item_id IS NOT NULL;

CREATE INDEX ix_run_event_group_id ON run_event (group_id) WHERE group_id IS NOT NULL;

CREATE INDEX ix_run_event_person_id ON run_event (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX ix_run_event_session_id ON run_event (session_id);

CREATE TABLE evidence (
    paragraph_id VARCHAR NOT NULL, 
    note_id VARCHAR, 
    position INTEGER DEFAULT '0' NOT NULL, 
    said VARCHAR DEFAULT '' NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (paragraph_id, note_id), 
    FOREIGN KEY(paragraph_id) REFERENCES briefing_paragraph (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(note_id) REFERENCES note (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_evidence_note_id ON evidence (note_id) WHERE note_id IS NOT NULL;

CREATE TABLE note_term (
    note_id VARCHAR NOT NULL, 
    term_id VARCHAR NOT NULL, 
    id VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (note_id, term_id), 
    FOREIGN KEY(note_id) REFERENCES note (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_note_term_term_id ON note_term (term_id);


-- Settings of the library, and texts that are being typed.
CREATE TABLE library (key VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE draft (key VARCHAR NOT NULL PRIMARY KEY, text VARCHAR NOT NULL);

-- The bytes of attachments, by their hash.
CREATE TABLE content (sha256 VARCHAR NOT NULL PRIMARY KEY, data BLOB NOT NULL);

-- The journal. Triggers made from the columns of each table write journal_change.
-- The changes of an entry are those from its first_change to the next entry's.
CREATE TABLE journal_entry (
    seq INTEGER PRIMARY KEY,
    stamp VARCHAR NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    first_change INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    device VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    target INTEGER REFERENCES journal_entry (seq),
    state VARCHAR NOT NULL
);
CREATE INDEX ix_journal_entry_target ON journal_entry (target) WHERE target IS NOT NULL;
CREATE INDEX ix_journal_entry_undone ON journal_entry (seq) WHERE state = 'undone';
CREATE TABLE journal_change (
    seq INTEGER PRIMARY KEY,
    entry_seq INTEGER NOT NULL REFERENCES journal_entry (seq),
    table_name VARCHAR NOT NULL,
    row_id VARCHAR NOT NULL,
    operation VARCHAR NOT NULL,
    before VARCHAR
);
CREATE INDEX ix_journal_change_row ON journal_change (row_id);

-- Full-text search over the normalised texts.
CREATE TABLE search_text (
    number INTEGER PRIMARY KEY,
    row_id VARCHAR NOT NULL UNIQUE,
    kind VARCHAR NOT NULL,
    body VARCHAR NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (
    body, content='search_text', content_rowid='number', prefix='2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
