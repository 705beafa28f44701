using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Mapping;

/// <summary>Deadlines and days as people read them.</summary>
public sealed class DeadlineWordsTests
{
    [Theory]
    [InlineData("P15D", "15 jours après la séance", "15 days after the meeting")]
    [InlineData("P1D", "1 jour après la séance", "1 day after the meeting")]
    [InlineData("PT72H", "72 heures après la séance", "72 hours after the meeting")]
    [InlineData("PT1H", "1 heure après la séance", "1 hour after the meeting")]
    [InlineData("P1M", "1 mois après la séance", "1 month after the meeting")]
    [InlineData("P2M", "2 mois après la séance", "2 months after the meeting")]
    [InlineData("P1W", "1 semaine après la séance", "1 week after the meeting")]
    [InlineData("P2W", "2 semaines après la séance", "2 weeks after the meeting")]
    [InlineData("P1Y", "1 an après la séance", "1 year after the meeting")]
    [InlineData("P5Y", "5 ans après la séance", "5 years after the meeting")]
    [InlineData("P1Y6M", "1 an et 6 mois après la séance", "1 year and 6 months after the meeting")]
    public void Some_time_after_an_event(string duration, string french, string english) =>
        AssertWords(
            french,
            english,
            new RuleDeadline("after-event") { Value = duration, Event = LanguageMap.Of("La séance", "The meeting") });

    [Fact]
    public void An_event_without_English_words_is_said_in_French() =>
        AssertWords(
            "15 jours après la séance",
            "15 days after la séance",
            new RuleDeadline("after-event") { Value = "P15D", Event = LanguageMap.Of("La séance") });

    [Theory]
    [InlineData("--06-01", "chaque année, au plus tard le 1er juin", "each year, by 1 June at the latest")]
    [InlineData("--09-30", "chaque année, au plus tard le 30 septembre", "each year, by 30 September at the latest")]
    [InlineData("--12-31", "chaque année, au plus tard le 31 décembre", "each year, by 31 December at the latest")]
    [InlineData("--02-28", "chaque année, au plus tard le 28 février", "each year, by 28 February at the latest")]
    public void A_day_of_each_year(string day, string french, string english) =>
        AssertWords(french, english, new RuleDeadline("yearly-day") { Value = day });

    [Theory]
    [InlineData("yearly", "chaque année", "each year")]
    [InlineData("permanent", "en permanence", "at all times")]
    public void A_deadline_without_a_day(string kind, string french, string english) =>
        AssertWords(french, english, new RuleDeadline(kind));

    [Theory]
    [InlineData("none")]
    [InlineData("after-event")]
    [InlineData("yearly-day")]
    public void Without_a_value_nothing_is_said(string kind) => Assert.Null(DeadlineWords.Of(new RuleDeadline(kind)));

    [Theory]
    [InlineData("2027-06-01", "1er juin", "1 June", "1er juin 2027", "1 June 2027")]
    [InlineData("2026-08-02", "2 août", "2 August", "2 août 2026", "2 August 2026")]
    [InlineData("2026-12-31", "31 décembre", "31 December", "31 décembre 2026", "31 December 2026")]
    [InlineData("2028-02-29", "29 février", "29 February", "29 février 2028", "29 February 2028")]
    [InlineData("2026-11-11", "11 novembre", "11 November", "11 novembre 2026", "11 November 2026")]
    public void A_day(string day, string french, string english, string frenchWithYear, string englishWithYear)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(
            (french, english, frenchWithYear, englishWithYear),
            (DayWords.French(date), DayWords.English(date), DayWords.FrenchWithYear(date), DayWords.EnglishWithYear(date)));
    }

    private static void AssertWords(string french, string english, RuleDeadline deadline)
    {
        var words = DeadlineWords.Of(deadline);
        Assert.Equal((french, english), (words?["fr"], words?["en"]));
    }
}
