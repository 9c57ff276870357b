<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message numerus="yes">
        <source>%n file(s) added since lie beside.</source>
        <translation>
            <numerusform>%n file added since lie beside.</numerusform>
            <numerusform>%n files added since lie beside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) are no longer whole.</source>
        <translation>
            <numerusform>%n evidence file is no longer whole.</numerusform>
            <numerusform>%n evidence files are no longer whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgenciesEditor</name>
    <message numerus="yes">
        <source>%n line(s) need mending: point at the sign to see why.</source>
        <translation>
            <numerusform>%n line needs mending: point at the sign to see why.</numerusform>
            <numerusform>%n lines need mending: point at the sign to see why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies). Double-click a cell to change it.</source>
        <translation>
            <numerusform>%n agency. Double-click a cell to change it.</numerusform>
            <numerusform>%n agencies. Double-click a cell to change it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnexWizard</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Appraising</name>
    <message numerus="yes">
        <source>Agree with %n criteria of {agency}?</source>
        <translation>
            <numerusform>Agree with %n criterion of {agency}?</numerusform>
            <numerusform>Agree with %n criteria of {agency}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agree with %n criteria</source>
        <translation>
            <numerusform>Agree with %n criterion</numerusform>
            <numerusform>Agree with %n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), one for each agency that sent something, round {number}.</source>
        <translation>
            <numerusform>%n file, one for each agency that sent something, round {number}.</numerusform>
            <numerusform>%n files, one for each agency that sent something, round {number}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal and export %n file(s)</source>
        <translation>
            <numerusform>Seal and export %n file</numerusform>
            <numerusform>Seal and export %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written and sealed. Hand each to its agency, unopened and not zipped again.</source>
        <translation>
            <numerusform>%n file written and sealed. Hand each to its agency, unopened and not zipped again.</numerusform>
            <numerusform>%n files written and sealed. Hand each to its agency, unopened and not zipped again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthorityOverview</name>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation>
            <numerusform>%n to be settled</numerusform>
            <numerusform>%n to be settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extended</source>
        <translation>
            <numerusform>%n extended</numerusform>
            <numerusform>%n extended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) finished</source>
        <translation>
            <numerusform>%n submission finished</numerusform>
            <numerusform>%n submissions finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n submission(s)</source>
        <translation>
            <numerusform>Settle %n submission</numerusform>
            <numerusform>Settle %n submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) left to appraise</source>
        <translation>
            <numerusform>%n criterion left to appraise</numerusform>
            <numerusform>%n criteria left to appraise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) among assessors</source>
        <translation>
            <numerusform>%n disagreement among assessors</numerusform>
            <numerusform>%n disagreements among assessors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) sent two different files</source>
        <translation>
            <numerusform>%n agency sent two different files</numerusform>
            <numerusform>%n agencies sent two different files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replacement(s) came after the deadline</source>
        <translation>
            <numerusform>%n replacement came after the deadline</numerusform>
            <numerusform>%n replacements came after the deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) whose signature does not hold</source>
        <translation>
            <numerusform>%n submission whose signature does not hold</numerusform>
            <numerusform>%n submissions whose signature does not hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) to compare and accept</source>
        <translation>
            <numerusform>%n key to compare and accept</numerusform>
            <numerusform>%n keys to compare and accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) with other points than computed here</source>
        <translation>
            <numerusform>%n submission with other points than computed here</numerusform>
            <numerusform>%n submissions with other points than computed here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) returned, awaited again</source>
        <translation>
            <numerusform>%n submission returned, awaited again</numerusform>
            <numerusform>%n submissions returned, awaited again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) still missing</source>
        <translation>
            <numerusform>%n submission still missing</numerusform>
            <numerusform>%n submissions still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsSheet</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s)</source>
        <translation>
            <numerusform>%n evidence file</numerusform>
            <numerusform>%n evidence files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them missing</source>
        <translation>
            <numerusform>%n of them missing</numerusform>
            <numerusform>%n of them missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) were found damaged; attach them again.</source>
        <translation>
            <numerusform>%n evidence file were found damaged; attach them again.</numerusform>
            <numerusform>%n evidence files were found damaged; attach them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The data are sound: %n evidence file(s), {size}, every byte.</source>
        <translation>
            <numerusform>The data is sound: %n evidence file, {size}, every byte.</numerusform>
            <numerusform>The data are sound: %n evidence files, {size}, every byte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation>
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) without a telephone number</source>
        <translation>
            <numerusform>%n agency without a telephone number</numerusform>
            <numerusform>%n agencies without a telephone number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>%n appraised</source>
        <translation>
            <numerusform>%n appraised</numerusform>
            <numerusform>%n appraised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agree with the other %n criteria</source>
        <translation>
            <numerusform>Agree with the other criterion</numerusform>
            <numerusform>Agree with the other %n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message numerus="yes">
        <source>%n to be mended</source>
        <translation>
            <numerusform>%n to be mended</numerusform>
            <numerusform>%n to be mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n worth a look</numerusform>
            <numerusform>%n worth a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation>
            <numerusform>%n commune</numerusform>
            <numerusform>%n communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation>
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation>
            <numerusform>%n to be settled</numerusform>
            <numerusform>%n to be settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n receipt(s)</source>
        <translation>
            <numerusform>Make %n receipt</numerusform>
            <numerusform>Make %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n commune(s)</source>
        <translation>
            <numerusform>Write to %n commune</numerusform>
            <numerusform>Write to %n communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n agency(ies)</source>
        <translation>
            <numerusform>Write to %n agency</numerusform>
            <numerusform>Write to %n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) taken in</source>
        <translation>
            <numerusform>%n submission taken in</numerusform>
            <numerusform>%n submissions taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was here already</source>
        <translation>
            <numerusform>%n was here already</numerusform>
            <numerusform>%n were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed copy(s) of what was here</source>
        <translation>
            <numerusform>%n signed copy of what was here</numerusform>
            <numerusform>%n signed copies of what was here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) kept as history</source>
        <translation>
            <numerusform>%n older one kept as history</numerusform>
            <numerusform>%n older ones kept as history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) from one with the same number</source>
        <translation>
            <numerusform>%n differs from one with the same number</numerusform>
            <numerusform>%n differ from one with the same number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) taken in</source>
        <translation>
            <numerusform>%n registration taken in</numerusform>
            <numerusform>%n registrations taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) with evidence taken in</source>
        <translation>
            <numerusform>%n volume with evidence taken in</numerusform>
            <numerusform>%n volumes with evidence taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) wait for their figures</source>
        <translation>
            <numerusform>%n volume wait for their figures</numerusform>
            <numerusform>%n volumes wait for their figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replacement(s) after the deadline wait for consent</source>
        <translation>
            <numerusform>%n replacement after the deadline wait for consent</numerusform>
            <numerusform>%n replacements after the deadline wait for consent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed with another key than the accepted one</source>
        <translation>
            <numerusform>%n sealed with another key than the accepted one</numerusform>
            <numerusform>%n sealed with another key than the accepted one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept, a signature on it does not hold</source>
        <translation>
            <numerusform>%n kept, a signature on it does not hold</numerusform>
            <numerusform>%n kept, a signature on it does not hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken in</source>
        <translation>
            <numerusform>%n could not be taken in</numerusform>
            <numerusform>%n could not be taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is no submission ({kinds})</source>
        <translation>
            <numerusform>%n is no submission ({kinds})</numerusform>
            <numerusform>%n is no submission ({kinds})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) loaded: {told}. All other submissions stay as they were.</source>
        <translation>
            <numerusform>%n file loaded: {told}. All other submissions stay as they were.</numerusform>
            <numerusform>%n files loaded: {told}. All other submissions stay as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message numerus="yes">
        <source>Head: %n row(s)</source>
        <translation>
            <numerusform>Head: %n row</numerusform>
            <numerusform>Head: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not shown here.</source>
        <translation>
            <numerusform>%n more row is not shown here.</numerusform>
            <numerusform>%n more rows are not shown here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at</source>
        <translation>
            <numerusform>%n column to look at</numerusform>
            <numerusform>%n columns to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmSureDialog</name>
    <message numerus="yes">
        <source>Confirm %n rule(s)</source>
        <translation>
            <numerusform>Confirm %n rule</numerusform>
            <numerusform>Confirm %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectCampaignDialog</name>
    <message numerus="yes">
        <source>Points move, or criteria go back, for %n agency(s):</source>
        <translation>
            <numerusform>Points move, or criteria go back, for %n agency:</numerusform>
            <numerusform>Points move, or criteria go back, for %n agencies:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No total of the %n submission(s) received moves.</source>
        <translation>
            <numerusform>No total of the %n submission received moves.</numerusform>
            <numerusform>No total of the %n submissions received moves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Council</name>
    <message numerus="yes">
        <source>%n matter(s) in all</source>
        <translation>
            <numerusform>%n matter in all</numerusform>
            <numerusform>%n matters in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to be settled</source>
        <translation>
            <numerusform>%n matter to be settled</numerusform>
            <numerusform>%n matters to be settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CouncilSheet</name>
    <message numerus="yes">
        <source>%n agencies reach {value} exactly. They share rank {rank}; the ranks after it stay empty.</source>
        <translation>
            <numerusform>%n agency reaches {value} exactly; it has rank {rank}.</numerusform>
            <numerusform>%n agencies reach {value} exactly. They share rank {rank}; the ranks after it stay empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriterionSheet</name>
    <message numerus="yes">
        <source>A group with %n part(s)</source>
        <translation>
            <numerusform>A group with %n part</numerusform>
            <numerusform>A group with %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decision counts %n criterion(s); none is entered yet.</source>
        <translation>
            <numerusform>The decision counts %n criterion; none is entered yet.</numerusform>
            <numerusform>The decision counts %n criteria; none is entered yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message numerus="yes">
        <source>What could be read of the damaged file: %n row(s)</source>
        <translation>
            <numerusform>What could be read of the damaged file: %n row</numerusform>
            <numerusform>What could be read of the damaged file: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) not whole</source>
        <translation>
            <numerusform>%n table not whole</numerusform>
            <numerusform>%n tables not whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlineCard</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) not finished yet</source>
        <translation>
            <numerusform>%n criterion not finished yet</numerusform>
            <numerusform>%n criteria not finished yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message numerus="yes">
        <source>They differ in %n place(s)</source>
        <translation>
            <numerusform>They differ in %n place</numerusform>
            <numerusform>They differ in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorActs</name>
    <message numerus="yes">
        <source>%n to mend before it can be published</source>
        <translation>
            <numerusform>%n to mend before it can be published</numerusform>
            <numerusform>%n to mend before it can be published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at; it can be published</source>
        <translation>
            <numerusform>%n to look at; it can be published</numerusform>
            <numerusform>%n to look at; it can be published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceActs</name>
    <message numerus="yes">
        <source>Attaching %n file(s)</source>
        <translation>
            <numerusform>Attaching %n file</numerusform>
            <numerusform>Attaching %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>%n file attached</numerusform>
            <numerusform>%n files attached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be attached</source>
        <translation>
            <numerusform>%n file could not be attached</numerusform>
            <numerusform>%n files could not be attached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message numerus="yes">
        <source>Proves %n criterion(s)</source>
        <translation>
            <numerusform>Proves %n criterion</numerusform>
            <numerusform>Proves %n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%n mended</numerusform>
            <numerusform>%n mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkChoice</name>
    <message numerus="yes">
        <source>%n skeleton(s) can&apos;t be chosen yet. Enter their criteria under Frameworks.</source>
        <translation>
            <numerusform>%n skeleton can&apos;t be chosen yet. Enter their criteria under Frameworks.</numerusform>
            <numerusform>%n skeletons can&apos;t be chosen yet. Enter their criteria under Frameworks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkEditor</name>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkReading</name>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreezeDialog</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria without evidence</source>
        <translation>
            <numerusform>%n criterion without evidence</numerusform>
            <numerusform>%n criteria without evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupSheet</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation>
            <numerusform>Accept %n key</numerusform>
            <numerusform>Accept %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The code has %n digit(s) so far, 30 are needed.</source>
        <translation>
            <numerusform>The code has %n digit so far, 30 are needed.</numerusform>
            <numerusform>The code has %n digits so far, 30 are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedCopy</name>
    <message numerus="yes">
        <source>%n cell(s) marked in {name}. Correct them there, then load that file.</source>
        <translation>
            <numerusform>%n cell marked in {name}. Correct them there, then load that file.</numerusform>
            <numerusform>%n cells marked in {name}. Correct them there, then load that file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewCampaign</name>
    <message numerus="yes">
        <source>%n line(s) of the list need mending first.</source>
        <translation>
            <numerusform>%n line of the list needs mending first.</numerusform>
            <numerusform>%n lines of the list need mending first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenEncryptedDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>The running total may change: %n criterion(s) with provisional points.</source>
        <translation>
            <numerusform>The running total may change: %n criterion with provisional points.</numerusform>
            <numerusform>The running total may change: %n criteria with provisional points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to look at</source>
        <translation>
            <numerusform>%n point to look at</numerusform>
            <numerusform>%n points to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteListDialog</name>
    <message numerus="yes">
        <source>%n line(s) understood so</source>
        <translation>
            <numerusform>%n line understood so</numerusform>
            <numerusform>%n lines understood so</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message numerus="yes">
        <source>%n line(s) are still open.</source>
        <translation>
            <numerusform>%n line is still open.</numerusform>
            <numerusform>%n lines are still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) sent nothing; they are not ranked</source>
        <translation>
            <numerusform>%n agency sent nothing; it is not ranked</numerusform>
            <numerusform>%n agencies sent nothing; they are not ranked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) under another key than the accepted one</source>
        <translation>
            <numerusform>%n agency under another key than the accepted one</numerusform>
            <numerusform>%n agencies under another key than the accepted one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) not accepted yet</source>
        <translation>
            <numerusform>%n key not accepted yet</numerusform>
            <numerusform>%n keys not accepted yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) whose signatures are not confirmed</source>
        <translation>
            <numerusform>%n agency whose signatures are not confirmed</numerusform>
            <numerusform>%n agencies whose signatures are not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) with two different submissions</source>
        <translation>
            <numerusform>%n agency with two different submissions</numerusform>
            <numerusform>%n agencies with two different submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria not appraised yet</source>
        <translation>
            <numerusform>%n criterion not appraised yet</numerusform>
            <numerusform>%n criteria not appraised yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria on which opinions differ</source>
        <translation>
            <numerusform>%n criterion on which opinions differ</numerusform>
            <numerusform>%n criteria on which opinions differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria wait for a decision</source>
        <translation>
            <numerusform>%n criterion waits for a decision</numerusform>
            <numerusform>%n criteria wait for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) not settled; a shared rank is published as such</source>
        <translation>
            <numerusform>%n tie not settled; a shared rank is published as such</numerusform>
            <numerusform>%n ties not settled; a shared rank is published as such</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n submissions are in</source>
        <translation>
            <numerusform>The one submission is in</numerusform>
            <numerusform>All %n submissions are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed result(s), one for each agency, and the ranking as PDF and Excel.</source>
        <translation>
            <numerusform>%n sealed result, one for each agency, and the ranking as PDF and Excel.</numerusform>
            <numerusform>%n sealed results, one for each agency, and the ranking as PDF and Excel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) still to look at</source>
        <translation>
            <numerusform>%n place still to look at</numerusform>
            <numerusform>%n places still to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation>
            <numerusform>%n commune</numerusform>
            <numerusform>%n communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation>
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not received</source>
        <translation>
            <numerusform>%n not received</numerusform>
            <numerusform>%n not received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria not appraised</source>
        <translation>
            <numerusform>%n criterion not appraised</numerusform>
            <numerusform>%n criteria not appraised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria on which opinions differ</source>
        <translation>
            <numerusform>%n criterion on which opinions differ</numerusform>
            <numerusform>%n criteria on which opinions differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a decision</source>
        <translation>
            <numerusform>%n waiting for a decision</numerusform>
            <numerusform>%n waiting for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) to settle</source>
        <translation>
            <numerusform>%n tie to settle</numerusform>
            <numerusform>%n ties to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankingSummary</name>
    <message numerus="yes">
        <source>Bands, %n agency(ies)</source>
        <translation>
            <numerusform>Bands, %n agency</numerusform>
            <numerusform>Bands, %n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivedSheet</name>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>%n row chosen</numerusform>
            <numerusform>%n rows chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) among them are not accepted yet.</source>
        <translation>
            <numerusform>%n key among them is not accepted yet.</numerusform>
            <numerusform>%n keys among them are not accepted yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation>
            <numerusform>Accept %n key</numerusform>
            <numerusform>Accept %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n receipt(s)</source>
        <translation>
            <numerusform>Make %n receipt</numerusform>
            <numerusform>Make %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sent nothing yet.</source>
        <translation>
            <numerusform>%n of them sent nothing yet.</numerusform>
            <numerusform>%n of them sent nothing yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) agree with the seal.</source>
        <translation>
            <numerusform>%n evidence file agrees with the seal.</numerusform>
            <numerusform>%n evidence files agree with the seal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still to come.</source>
        <translation>
            <numerusform>%n file is still to come.</numerusform>
            <numerusform>%n files are still to come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n files received</source>
        <translation>
            <numerusform>The one file was received</numerusform>
            <numerusform>All %n files received</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message numerus="yes">
        <source>%n contradict(s) what is known</source>
        <translation>
            <numerusform>%n contradict what is known</numerusform>
            <numerusform>%n contradicts what is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s) as in the letters</source>
        <translation>
            <numerusform>Accept %n key as in the letters</numerusform>
            <numerusform>Accept %n keys as in the letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) accepted as in the letters.</source>
        <translation>
            <numerusform>%n key accepted as in the letters.</numerusform>
            <numerusform>%n keys accepted as in the letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) accepted.</source>
        <translation>
            <numerusform>%n key accepted.</numerusform>
            <numerusform>%n keys accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) read from the form, {codes} with a code.</source>
        <translation>
            <numerusform>%n agency read from the form, {codes} with a code.</numerusform>
            <numerusform>%n agencies read from the form, {codes} with a code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) taken in.</source>
        <translation>
            <numerusform>%n registration taken in.</numerusform>
            <numerusform>%n registrations taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryEntryDialog</name>
    <message numerus="yes">
        <source>The code has %n digit(s) so far, 30 are needed.</source>
        <translation>
            <numerusform>The code has %n digit so far, 30 is needed.</numerusform>
            <numerusform>The code has %n digits so far, 30 are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistrySheet</name>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>%n row chosen</numerusform>
            <numerusform>%n rows chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have the code of their letter.</source>
        <translation>
            <numerusform>%n of them has the code of their letter.</numerusform>
            <numerusform>%n of them have the code of their letter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation>
            <numerusform>Accept %n key</numerusform>
            <numerusform>Accept %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplacementDialog</name>
    <message numerus="yes">
        <source>The points of %n agency(ies) would move</source>
        <translation>
            <numerusform>The points of %n agency would move</numerusform>
            <numerusform>The points of %n agencies would move</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n evidence file(s)</source>
        <translation>
            <numerusform>%n evidence file</numerusform>
            <numerusform>%n evidence files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) of it are missing there.</source>
        <translation>
            <numerusform>%n evidence file of it is missing there.</numerusform>
            <numerusform>%n evidence files of it are missing there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message numerus="yes">
        <source>%n criteria were looked at</source>
        <translation>
            <numerusform>%n criterion was looked at</numerusform>
            <numerusform>%n criteria were looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Explain %n criteria</source>
        <translation>
            <numerusform>Explain %n criterion</numerusform>
            <numerusform>Explain %n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message numerus="yes">
        <source>Proves %n criteria</source>
        <translation>
            <numerusform>Proves %n criterion</numerusform>
            <numerusform>Proves %n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message numerus="yes">
        <source>%n submission(s) of communes</source>
        <translation>
            <numerusform>%n submission of communes</numerusform>
            <numerusform>%n submissions of communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s)</source>
        <translation>
            <numerusform>%n submission</numerusform>
            <numerusform>%n submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria appraised</source>
        <translation>
            <numerusform>%n criterion appraised</numerusform>
            <numerusform>%n criteria appraised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria not appraised yet</source>
        <translation>
            <numerusform>%n criterion not appraised yet</numerusform>
            <numerusform>%n criteria not appraised yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria the agencies are asked to explain or supply</source>
        <translation>
            <numerusform>%n criterion the agencies are asked to explain or supply</numerusform>
            <numerusform>%n criteria the agencies are asked to explain or supply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria on which opinions differ, for the council</source>
        <translation>
            <numerusform>%n criterion on which opinions differ, for the council</numerusform>
            <numerusform>%n criteria on which opinions differ, for the council</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message numerus="yes">
        <source>%n key(s) accepted.</source>
        <translation>
            <numerusform>%n key accepted.</numerusform>
            <numerusform>%n keys accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s), one file for each agency: what was received, when, what was found, where it stands.</source>
        <translation>
            <numerusform>%n receipt, one file for each agency: what was received, when, what was found, where it stands.</numerusform>
            <numerusform>%n receipts, one file for each agency: what was received, when, what was found, where it stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal and write %n receipt(s)</source>
        <translation>
            <numerusform>Seal and write %n receipt</numerusform>
            <numerusform>Seal and write %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written and sealed. Hand each to its agency, unopened and not zipped again.</source>
        <translation>
            <numerusform>%n file written and sealed. Hand each to its agency, unopened and not zipped again.</numerusform>
            <numerusform>%n files written and sealed. Hand each to its agency, unopened and not zipped again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScaleButtons</name>
    <message numerus="yes">
        <source>Other ways (%n)</source>
        <translation>
            <numerusform>Other ways (%n)</numerusform>
            <numerusform>Other ways (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SealManyDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignedChip</name>
    <message numerus="yes">
        <source>%n digital signature(s)</source>
        <translation>
            <numerusform>%n digital signature</numerusform>
            <numerusform>%n digital signatures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message numerus="yes">
        <source>The signed report was loaded: %n signature(s), {names}.</source>
        <translation>
            <numerusform>The signed report was loaded: %n signature, {names}.</numerusform>
            <numerusform>The signed report was loaded: %n signatures, {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This very file is here already: %n signature(s), {names}.</source>
        <translation>
            <numerusform>This very file is here already: %n signature, {names}.</numerusform>
            <numerusform>This very file is here already: %n signatures, {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message numerus="yes">
        <source>%n file(s), {size}, every byte read back</source>
        <translation>
            <numerusform>%n file, {size}, every byte read back</numerusform>
            <numerusform>%n files, {size}, every byte read back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stick(s) so far</source>
        <translation>
            <numerusform>%n stick so far</numerusform>
            <numerusform>%n sticks so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Submit</name>
    <message numerus="yes">
        <source>%n matter(s) to be mended before</source>
        <translation>
            <numerusform>%n matter to be mended before</numerusform>
            <numerusform>%n matters to be mended before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %n matter(s) first</source>
        <translation>
            <numerusform>Mend %n matter first</numerusform>
            <numerusform>Mend %n matters first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write the %n file(s) still missing</source>
        <translation>
            <numerusform>Write the %n file still missing</numerusform>
            <numerusform>Write the %n files still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written and checked.</source>
        <translation>
            <numerusform>%n file written and checked.</numerusform>
            <numerusform>%n files written and checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message numerus="yes">
        <source>%n rule(s) not confirmed: points will be given by hand there, and the framework records it. It stays a skeleton until they are settled.</source>
        <translation>
            <numerusform>%n rule not confirmed: points will be given by hand there, and the framework records it. It stays a skeleton until it is settled.</numerusform>
            <numerusform>%n rules not confirmed: points will be given by hand there, and the framework records it. It stays a skeleton until they are settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message numerus="yes">
        <source>Show %n certificate(s) that cannot sign now</source>
        <translation>
            <numerusform>Show %n certificate that cannot sign now</numerusform>
            <numerusform>Show %n certificates that cannot sign now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreeStep</name>
    <message numerus="yes">
        <source>Show %n row(s) left out</source>
        <translation>
            <numerusform>Show %n row left out</numerusform>
            <numerusform>Show %n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to look at</source>
        <translation>
            <numerusform>%n row to look at</numerusform>
            <numerusform>%n rows to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustSheet</name>
    <message numerus="yes">
        <source>%n certificate(s) loaded</source>
        <translation>
            <numerusform>%n certificate loaded</numerusform>
            <numerusform>%n certificates loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation>
            <numerusform>%n was here already</numerusform>
            <numerusform>%n were here already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionEffect</name>
    <message numerus="yes">
        <source>%n criterion(s) get other points.</source>
        <translation>
            <numerusform>%n criterion gets other points.</numerusform>
            <numerusform>%n criteria get other points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) have to be answered again.</source>
        <translation>
            <numerusform>%n criterion has to be answered again.</numerusform>
            <numerusform>%n criteria have to be answered again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) no longer fit; they are kept and come back on going back.</source>
        <translation>
            <numerusform>%n answer no longer fits; it is kept and comes back on going back.</numerusform>
            <numerusform>%n answers no longer fit; they are kept and come back on going back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionView</name>
    <message numerus="yes">
        <source>%n node(s) added</source>
        <translation>
            <numerusform>%n node added</numerusform>
            <numerusform>%n nodes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) removed</source>
        <translation>
            <numerusform>%n node removed</numerusform>
            <numerusform>%n nodes removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaysToSend</name>
    <message numerus="yes">
        <source>The file with the figures goes first, is received by itself, and its time counts. %n volume(s) with evidence follow, in any order.</source>
        <translation>
            <numerusform>The file with the figures goes first, is received by itself, and its time counts. %n volume with evidence follow, in any order.</numerusform>
            <numerusform>The file with the figures goes first, is received by itself, and its time counts. %n volumes with evidence follow, in any order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is larger: one evidence file alone is.</source>
        <translation>
            <numerusform>%n of them is larger: one evidence file alone is.</numerusform>
            <numerusform>%n of them is larger: one evidence file alone is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
</TS>
