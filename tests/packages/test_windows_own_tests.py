"""Our own tests of the rooms where Windows differs, run by the package's own Python against the package's own code."""

import pytest

from tests.packages.wine.interpreter import Interpreter

pytestmark = pytest.mark.packages

KEEPING, BUNDLES = "tests/app/operations/keeping", "tests/app/bundles"
STORE = "tests/app/storage/test_evidence_store.py"
ROOMS = {
    "storage": ("tests/app/storage", "tests/app/operations/test_folders.py"),
    "keeping": (KEEPING,),
    "bundles": (BUNDLES, f"--ignore={BUNDLES}/people", f"--ignore={BUNDLES}/test_fuzz.py"),
    "domain": ("tests/app/domain", "--ignore=tests/app/domain/test_codec.py"),  # asks jsonschema
}
LEFT_OUT = {
    "openssl, age, zip, unzip, file, sha256sum and poppler are not there": (
        f"{BUNDLES}/test_broken.py::test_every_fault_is_invalid_and_called_by_its_name[re-zipped by zip]",
        f"{BUNDLES}/test_broken.py::test_inspect_tells_the_sender_of_what_cannot_be_read",
        f"{BUNDLES}/test_encryption.py::test_age_opens_what_is_encrypted_here",
        f"{BUNDLES}/test_encryption.py::test_what_age_encrypts_opens_here",
        f"{BUNDLES}/test_hostile.py::test_what_cannot_be_read_still_tells_who_may_have_sent_it[zip]",
        f"{BUNDLES}/test_key_file.py::test_another_program_finds_key_and_certificate_as_a_pair",
        f"{BUNDLES}/test_key_file.py::test_a_file_made_by_openssl_opens_whatever_its_form",
        f"{BUNDLES}/test_signing.py::test_a_seal_made_here_is_read_here_and_by_openssl",
        f"{BUNDLES}/test_signing.py::TestKeys::test_openssl_opens_it_and_finds_600000_rounds_twice",
        f"{BUNDLES}/test_signing.py::TestKeys::test_any_name_can_be_a_subject",
        f"{BUNDLES}/test_signing.py::TestKeys::test_pem_of_a_certificate_and_of_a_key",
        f"{BUNDLES}/test_writing.py::TestBackAgain::test_digests_are_what_sha256sum_says",
        f"{BUNDLES}/test_writing.py::TestOutsideTools",
        f"{BUNDLES}/test_key_file.py::test_no_new_form_is_left_to_what_holds_everything_up",
        f"{BUNDLES}/test_key_file.py::test_an_old_form_opens_unless_it_asks_for_endless_work",
        f"{KEEPING}/test_backing_up.py::test_the_public_tool_opens_an_encrypted_backup",
        f"{KEEPING}/test_handing_over.py::test_the_record_is_one_page_and_names_the_file",
        f"{KEEPING}/test_handing_over.py::test_evidence_that_is_gone_or_damaged_is_named_for_both_who_sign",
        f"{KEEPING}/test_locked_places.py::test_the_public_tool_opens_a_copy_with_the_key_that_lies_beside_it",
    ),
    "wine makes no links, and a child of the tests' own program can't be named by a module": (
        f"{KEEPING}/test_restoring.py::test_into_a_linked_folder_and_one_that_must_stay_where_it_is",
        f"{KEEPING}/test_backing_up.py::test_a_process_killed_while_it_backs_up_leaves_only_sound_copies",
    ),
    "limits on the size of a file, and rights that are given up, are Linux's": (
        f"{STORE}::test_a_disk_that_takes_no_large_file_is_blamed_and_not_the_file",
        f"{STORE}::test_a_file_that_may_not_be_read_is_told_from_a_store_that_may_not_be_written",
        f"{BUNDLES}/test_encryption.py::test_a_full_disk_is_called_so",
        f"{BUNDLES}/test_writing.py::TestNothingHalfWritten::test_a_file_system_with_a_limit",
        f"{KEEPING}/test_whole_folder.py::test_a_file_the_stick_cannot_hold_is_told",
    ),
    "what file system a place has is told by Linux's list of mounts": (
        f"{BUNDLES}/test_writing.py::TestNothingHalfWritten::"
        "test_what_a_fat_stick_can_never_hold_is_said_before_a_byte_is_written",
        f"{KEEPING}/test_whole_folder.py::test_a_file_no_fat_stick_can_hold_is_told_before_anything_is_written",
    ),
    "a stick is pulled by removing files that are open, which Windows forbids": (
        f"{STORE}::test_a_file_that_vanishes_while_it_is_read_is_refused",
        f"{BUNDLES}/test_writing.py::TestNothingHalfWritten::test_a_stick_that_is_pulled",
        f"{KEEPING}/test_whole_folder.py::test_a_stick_pulled_out_is_told",
    ),
    "sources are searched, and none travel": (
        f"{BUNDLES}/test_bundle_sentences.py::test_codes_and_sentences_are_the_same_set",
    ),
    "the shell itself is asked in test_windows_under_wine": (
        f"{BUNDLES}/test_conformance.py::test_the_shell_comes_to_the_same_verdict",
    ),
}


@pytest.mark.parametrize("room", ROOMS)
def test_our_own_tests_pass_there(interpreter: Interpreter, room: str) -> None:
    left_out = [f"--deselect={name}" for names in LEFT_OUT.values() for name in names]
    done = interpreter.test("-q", "--tb=short", "--durations=5", *ROOMS[room], *left_out)
    print(done.stdout)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
