"""The JSON Schemas of the two files people write by hand: a framework, and answers to one.

Structure comes from the dataclasses; the descriptions here are in Vietnamese, because an editor shows them to whoever
encodes a decision. The class's own docstring stays as ``$comment``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain import codec
from app.domain.assessment import AnswersFile, Response
from app.domain.framework import Framework

Schema = dict[str, Any]


def framework_schema() -> Schema:
    """What `app.domain.framework.from_json` accepts, as JSON Schema 2020-12."""
    return _told(codec.schema(Framework, "Bộ chỉ số"))


def answers_schema() -> Schema:
    """What `app.domain.assessment.read_answers` accepts: evidence may be a number of files, an input null."""
    schema = codec.schema(AnswersFile, "Nội dung tự đánh giá")
    schema["$defs"].update(codec.schema(Response, "")["$defs"])
    schema["$defs"]["AnswersFile"]["properties"]["responses"]["additionalProperties"] = {"$ref": "#/$defs/Response"}
    response = schema["$defs"]["Response"]["properties"]
    text = response["inputs"]["additionalProperties"]
    response["inputs"]["additionalProperties"] = {"anyOf": [text, {"type": "null"}]}
    response["evidence"] = {"anyOf": [response["evidence"], {"type": "integer", "minimum": 0}]}
    return _told(schema)


SCHEMAS: Mapping[str, Callable[[], Schema]] = {"framework": framework_schema, "answers": answers_schema}


def _told(schema: Schema) -> Schema:
    for name, described in schema["$defs"].items():
        described["$comment"] = described["description"]
        described["description"] = WORDS[name]
        for field, meant in described["properties"].items():
            if field != "type":
                meant["description"] = WORDS.get(f"{name}.{field}") or WORDS[field]
    return schema


# By class, by "Class.field", and by field where it means the same everywhere.
WORDS: Mapping[str, str] = {
    "article": "Điều, khoản làm căn cứ; được in kèm mỗi lần áp dụng",
    "code": "Mã, là chữ: 4.1 khác 4.10; để trống nếu văn bản không đánh mã",
    "id": "Tên riêng không đổi qua các bản; bỏ trống thì lấy mã",
    "input": "Khóa của số liệu được đọc",
    "inputs": "Khóa của các số liệu được đọc, theo thứ tự",
    "label": "Tên gọi bằng lời, đủ hiểu khi đứng một mình",
    "maximum": "Điểm tối đa",
    "name": "Tên gọi",
    "note": "Ghi chú",
    "number": "Số, ký hiệu văn bản",
    "original": "Nguyên văn dòng của văn bản, theo tên cột",
    "target_groups": "Mã các nhóm đối tượng áp dụng; bỏ trống là tất cả",
    "title": "Tên đầy đủ",
    "zero_denominator": "Cách tính khi mẫu số bằng 0",
    # the whole
    "Framework": "Một bản của bộ chỉ số",
    "Framework.id": "Tên riêng của bộ chỉ số, không đổi qua các bản",
    "Framework.version": "Bản, là chữ",
    "Framework.totals": "Thang điểm và cách cộng tổng",
    "Framework.nodes": "Các nhóm chỉ số và tiêu chí, theo thứ tự của văn bản",
    "Framework.standing": "complete: dùng được; skeleton: còn thiếu tiêu chí; illustrative: bộ minh họa",
    "Framework.notice": "Lời lưu ý luôn hiện cùng bộ chỉ số",
    "Framework.short_title": "Tên gọn",
    "Framework.language": "Ngôn ngữ của nội dung",
    "Framework.decimals": "Số chữ số thập phân khi hiển thị điểm; không ảnh hưởng việc tính",
    "Framework.regulation": "Văn bản ban hành",
    "Framework.terms": "Tên gọi riêng của văn bản cho group, criterion, evidence, self_points, appraised_points…",
    "Framework.target_groups": "Các nhóm đối tượng áp dụng",
    "Framework.traits": "Đặc điểm của cơ quan, địa phương mà bộ chỉ số nhắc đến",
    "Framework.grounds": "Các lý do không áp dụng",
    "Framework.evidence": "Cách xử lý chung khi thiếu hoặc chưa đủ tài liệu kiểm chứng",
    "Framework.zero_denominator": "Cách tính chung khi mẫu số bằng 0",
    "Framework.zero_denominator_article": "Điều, khoản quy định cách tính khi mẫu số bằng 0",
    "Framework.peers": "Ai được đem ra so sánh ở quy tắc, chính sách nhìn sang cơ quan khác",
    "Framework.pillars": "Các trụ cột; một nhóm chỉ số có thể thuộc nhiều trụ cột",
    "Framework.bands": "Các bảng mức xếp loại",
    "Framework.ranking_tables": "Các bảng xếp hạng",
    "Framework.steps": "Các bước, cũng là các cột điểm",
    "Framework.questions": "Những điểm văn bản chưa nói rõ",
    "Regulation": "Văn bản ban hành; số và ngày có thể để trống",
    "Regulation.date": "Ngày ban hành, yyyy-mm-dd",
    "Regulation.issuer": "Cơ quan ban hành",
    "Regulation.kind": "Loại văn bản",
    "Totals": "Thang điểm và cách cộng tổng",
    "Totals.maximum": "Thang điểm: tổng điểm tối đa của các nhóm, không kể điểm thưởng, điểm trừ",
    "Totals.rescale": "Quy về thang chung: no; before_bonus: trước điểm thưởng; after_bonus: sau điểm thưởng",
    "Totals.rescale_to": "Thang chung khi quy đổi",
    "Totals.bonus_cap": "Điểm thưởng không quá",
    "Totals.penalty_cap": "Điểm trừ không quá (viết số dương)",
    "Totals.bonus_in_percent": "Điểm thưởng, điểm trừ có tính vào tỷ lệ đạt (%) không",
    "Totals.is_capped": "Tổng điểm có bị chặn ở thang điểm không",
    "Evidence": "Cách xử lý khi thiếu hoặc chưa đủ tài liệu kiểm chứng",
    "Evidence.missing": "Khi không có tài liệu",
    "Evidence.incomplete": "Khi tài liệu chưa đủ",
    "TargetGroup": "Một nhóm đối tượng",
    "TargetGroup.maximum": "Thang điểm riêng của nhóm đối tượng này, nếu khác",
    "TargetGroup.is_ranked": "Có xếp hạng không",
    "TargetGroup.is_banded": "Có xếp loại không",
    "Trait": "Một đặc điểm của cơ quan, địa phương",
    "Ground": "Một lý do không áp dụng",
    "Ground.words": "Lý do, viết bằng lời",
    "Ground.policy": "Cách tính: full, zero, excluded, peer_maximum, reviewer_decides",
    "Ground.stated_by": "Ai nêu: trait (biết trước theo đặc điểm), agency (xã), reviewer (cơ quan thẩm định)",
    "Ground.trait": "Mã đặc điểm, khi lý do đi theo đặc điểm",
    "Ground.nodes": "Mã hoặc id của những nhóm, tiêu chí được nêu lý do này; bỏ trống là bất kỳ",
    "Ground.proof_required": "Có phải kèm tài liệu chứng minh không",
    "Pillar": "Một trụ cột",
    "Pillar.nodes": "Mã hoặc id của các nhóm chỉ số thuộc trụ cột",
    "GradeBands": "Một bảng mức xếp loại",
    "GradeBands.reads": "Số dùng để xếp loại",
    "GradeBands.bands": "Các mức, kín và không chồng nhau",
    "GradeBands.pillar": "Mã trụ cột, khi xếp loại theo trụ cột",
    "GradeBand": "Một mức xếp loại: tên và khoảng giá trị",
    "RankingTable": "Một bảng xếp hạng",
    "RankingTable.measure": "Số dùng để xếp hạng",
    "RankingTable.pillar": "Mã trụ cột, khi xếp hạng theo trụ cột",
    "RankingTable.is_split_by_parent": "Lập bảng riêng theo từng cơ quan cấp trên",
    "Step": "Một bước của quy trình",
    "Step.kind": "Bước này là gì đối với phần mềm",
    "Step.round": "Thuộc lần thẩm định nào",
    "Step.actor": "Ai thực hiện",
    "Step.column": "Tên cột điểm",
    "Step.opens": "Xã được sửa gì ở bước này: inputs, explanation, evidence",
    "Step.deadline": "Thời hạn",
    "Deadline": "Thời hạn: lời của văn bản và cách hiểu",
    "Deadline.wording": "Lời của văn bản",
    "Deadline.kind": "Cách hiểu; before_day: ngày end đã là muộn; through_day: đến hết ngày end",
    "Deadline.start": "Ngày đầu; với tháng, quý là ngày đầu tháng, đầu quý",
    "Deadline.end": "Ngày được nêu",
    "Deadline.days": "Số ngày trước ngày riêng của từng cơ quan",
    # the tree
    "Group": "Nhóm chỉ số, sâu bao nhiêu cấp cũng được",
    "Group.maximum": "Điểm tối đa công bố của nhóm, được đối chiếu với tổng bên trong",
    "Group.nodes": "Các nhóm con và tiêu chí",
    "Group.declared_count": "Số tiêu chí văn bản công bố",
    "role": "scale: trong thang điểm; bonus: điểm thưởng; penalty: điểm trừ (điểm tối đa viết số âm)",
    "Criterion": "Tiêu chí: nơi nhập số liệu và tính điểm",
    "Criterion.maximum": "Điểm tối đa; điểm trừ viết số âm",
    "Criterion.rule": "Cách tính điểm",
    "Criterion.inputs": "Các số liệu, câu trả lời phải nhập",
    "Criterion.method": "Cách xác định, theo lời của văn bản",
    "Criterion.guidance": "Hướng dẫn thêm cho người nhập",
    "Criterion.evidence_guidance": "Tài liệu kiểm chứng nên có, mỗi dòng một tài liệu cụ thể",
    "Criterion.evidence_required": "Có bắt buộc tài liệu kiểm chứng không",
    "Criterion.missing_evidence": "Cách xử lý riêng khi không có tài liệu",
    "Criterion.incomplete_evidence": "Cách xử lý riêng khi tài liệu chưa đủ",
    "Criterion.zero_denominator": "Cách tính riêng khi mẫu số bằng 0",
    "Criterion.unit": "Đơn vị tính của kết quả",
    "Criterion.data_source": "Nguồn thu thập số liệu",
    "Criterion.verifier": "Cơ quan phối hợp xác minh",
    "Criterion.owner": "Đơn vị phụ trách trong xã (gợi ý)",
    "Criterion.legal_basis": "Căn cứ pháp lý",
    "LegalBasis": "Một căn cứ pháp lý",
    "LegalBasis.text": "Số, ngày, cơ quan ban hành, trích yếu",
    "LegalBasis.ended": "Ngày hết hiệu lực",
    "Input": "Một số liệu hoặc câu trả lời",
    "Input.key": "Khóa: chữ cái không dấu, chữ số, gạch dưới; dùng trong cách tính",
    "Input.kind": "integer: số nguyên; number: số; yes_no: Có/Không; choice: chọn một; imported: lấy từ nguồn khác",
    "Input.unit": "Đơn vị tính: hồ sơ, người, máy tính…",
    "Input.hint": "Gợi ý ngắn cạnh ô nhập",
    "Input.minimum": "Nhỏ nhất được nhập; null là không giới hạn",
    "Input.maximum": "Lớn nhất được nhập; null là không giới hạn",
    "Input.options": "Các phương án, khi kind là choice",
    "Input.may_be_absent": "Được trả lời “không có số liệu” (none), như năm trước chưa thành lập xã",
    "Option": "Một phương án",
    "Option.key": "Khóa của phương án, ghi trong câu trả lời và trong cách tính",
    # rules
    "Scored": "Một phép đo đặt trên một thang; điểm luôn nằm giữa 0 và điểm tối đa",
    "Scored.measure": "Đo cái gì",
    "Scored.scale": "Quy ra điểm thế nào",
    "Scored.cap": "Không quá số điểm này (thấp hơn điểm tối đa)",
    "Scored.rounding": "Làm tròn, chỉ khi văn bản nêu",
    "Rounding": "Làm tròn đến bội số của unit",
    "Rounding.unit": "0.25 là làm tròn đến 0,25 điểm",
    "Rounding.mode": "half_up: gần nhất, nửa thì lên; down: xuống; up: lên",
    "Gate": "Điều kiện trước: có thì mới tính tiếp",
    "Gate.then": "Cách tính khi đạt điều kiện",
    "Gate.expects": "Câu trả lời được coi là đạt điều kiện",
    "Gate.otherwise": "Điểm khi không đạt điều kiện",
    "Sum": "Cộng các phần",
    "Sum.parts": "Các phần, mỗi phần có điểm tối đa riêng",
    "Part": "Một phần của phép cộng",
    "Part.rule": "Cách tính của phần này",
    "Best": "Lấy trường hợp có điểm cao nhất",
    "Best.alternatives": "Các trường hợp",
    "Alternative": "Một trường hợp",
    "Alternative.rule": "Cách tính của trường hợp này",
    "Grade": "Số điểm (points) hoặc phần của điểm tối đa (fraction): đúng một trong hai",
    "Grade.points": "Số điểm",
    "Grade.fraction": "Phần của điểm tối đa: 1, 1/2, 75%",
    # measures
    "YesNo": "Có hoặc Không",
    "Choice": "Một phương án được chọn",
    "Ticks": "Các nội dung Có/Không; đã trả lời một nội dung thì nội dung để trống được coi là Không",
    "Periods": "Mỗi kỳ một phương án (bốn quý: đúng hạn, quá hạn, không)",
    "Number": "Một số như đã nhập",
    "Ratio": "Tỷ lệ: tử số ÷ mẫu số; lớn hơn 1 tính bằng 1 và có lời nhắc",
    "Ratio.numerator": "Tử số: khóa hoặc biểu thức các khóa",
    "Ratio.denominator": "Mẫu số: khóa hoặc biểu thức các khóa",
    "Computed": "Công thức: + - * /, ngoặc, min, max, khóa và hằng số",
    "Computed.expression": "Biểu thức",
    "PerPopulation": "Bình quân trên 100 hoặc 1.000 dân",
    "PerPopulation.count": "Khóa của số lượng",
    "PerPopulation.population": "Khóa của dân số",
    "PerPopulation.per": "Trên bao nhiêu dân",
    "Growth": "Mức tăng: (kỳ này − kỳ trước) ÷ kỳ trước",
    "Growth.current": "Khóa của số kỳ này",
    "Growth.previous": "Khóa của số kỳ trước; số liệu đó nên cho phép “không có”",
    "Growth.no_previous": "Cách tính khi không có kỳ trước để so sánh",
    "RelativeToBest": "So với cao nhất trong các cơ quan cùng nhóm, kể cả chính mình",
    "RelativeToBest.of": "Số được đem so",
    "Judgement": "Người chấm cho điểm và ghi lý do",
    # scales
    "Options": "Bảng từ phương án (Có/Không: yes, no) ra điểm",
    "Options.grades": "Điểm của từng phương án",
    "Items": "Mỗi nội dung đạt cộng điểm riêng của nó",
    "Items.grades": "Điểm của từng nội dung",
    "ShareOfItems": "Số nội dung đạt ÷ số nội dung × điểm tối đa",
    "PerPeriod": "Mỗi kỳ cộng điểm của phương án đã chọn",
    "PerPeriod.grades": "Điểm của từng phương án trong một kỳ",
    "TimesMaximum": "Kết quả đo × điểm tối đa",
    "Bands": "Các khoảng nửa mở, kín và không chồng nhau",
    "Bands.bands": "Các khoảng",
    "Band": "Một khoảng giá trị và điểm được; thiếu một đầu là không giới hạn",
    "at_least": "Từ, kể cả số này",
    "above": "Trên số này, không kể số này",
    "below": "Đến dưới, không kể số này",
    "up_to": "Đến hết số này, kể cả số này",
    "Band.kind": "constant: điểm của grade; literal: tỷ lệ × điểm tối đa; rescaled: tỷ lệ ÷ threshold × điểm tối đa",
    "Band.grade": "Điểm của khoảng, khi kind là constant; bỏ trống là điểm tối đa",
    "Band.threshold": "Ngưỡng, khi kind là rescaled",
    "UnitPoints": "Mỗi đơn vị được từng ấy điểm",
    "UnitPoints.points": "Điểm của một đơn vị",
    "Ladder": "Đạt mức đầu được điểm đầu, mỗi nấc tiếp theo cộng thêm",
    "Ladder.start": "Mức đầu",
    "Ladder.start_points": "Điểm khi đạt mức đầu",
    "Ladder.each": "Độ lớn của một nấc; nấc chưa đủ không tính",
    "Ladder.points": "Điểm của một nấc",
    "Deductions": "Từ điểm đầu trừ dần, thấp nhất là 0",
    "Deductions.each": "Trừ bao nhiêu cho mỗi đơn vị",
    "Deductions.start": "Điểm đầu; bỏ trống là điểm tối đa",
    "Inverse": "Càng thấp càng tốt: (1 − kết quả đo) × điểm tối đa",
    "Inverse.is_confirmed": "Người soạn đã xác nhận chiều tính này",
    "AsPoints": "Số đo chính là điểm",
    # answers
    "AnswersFile": "Nội dung tự đánh giá của một cơ quan, địa phương",
    "AnswersFile.responses": "Theo mã hoặc id của tiêu chí (hoặc nhóm, khi không áp dụng cả nhóm)",
    "AnswersFile.peers": "Kết quả của các cơ quan khác, theo mã: số đo nếu so với cao nhất, còn lại là điểm",
    "AnswersFile.target_group": "Mã nhóm đối tượng",
    "AnswersFile.traits": "Mã các đặc điểm của cơ quan, địa phương",
    "Response": "Nội dung tự đánh giá của một tiêu chí",
    "Response.inputs": "Theo khóa: số trong ngoặc kép, dấu chấm thập phân; yes, no; khóa phương án; none; null",
    "Response.not_applicable": "Mã lý do không áp dụng",
    "Response.explanation": "Giải trình",
    "Response.evidence": "none, incomplete, sufficient; hoặc số tệp: từ 1 trở lên coi là đủ",
    "Response.points": "Điểm do người chấm, chỉ với tiêu chí chấm tay",
}
