-- One row per school, academic year and theme of the pupils' survey, weighted by how many answered.
-- One that is suppressed keeps its status; one without a number of pupils cannot be weighted and is not available.
select
    school_urn,
    time_period,
    case outcome_code
        when 'pupil_voice_enjoyment' then 'Enjoyment and interest'
        when 'pupil_voice_understanding' then 'Understanding'
        when 'pupil_voice_confidence' then 'Confidence as learners'
        when 'pupil_voice_wellbeing' then 'Wellbeing'
        when 'pupil_voice_behaviour' then 'Behaviour'
    end as theme,
    value * population as numerator,
    population as denominator,
    status,
    is_in_trust as is_in_total,
from marts.published_results
where outcome_code in ('pupil_voice_enjoyment', 'pupil_voice_understanding', 'pupil_voice_confidence', 'pupil_voice_wellbeing', 'pupil_voice_behaviour')
