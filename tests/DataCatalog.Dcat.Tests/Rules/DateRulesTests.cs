using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>Today is 24 November 2026.</summary>
public sealed class DateRulesTests
{
    [Theory]
    [InlineData("1789")]
    [InlineData("2026")]
    [InlineData("2026-11")]
    [InlineData("2026-11-24")]
    public void A_date_that_has_begun_is_taken(string date)
    {
        Assert.Empty(Validation.Of(Valid.Dataset with { Issued = Date(date) }));
        Assert.Empty(Validation.Of(Valid.Dataset with { Modified = Date(date) }));
        Assert.Empty(Validation.Of(Valid.Dataset with { Temporal = new Period(Date(date), null) }));
    }

    [Theory]
    [InlineData("2027")]
    [InlineData("2026-12")]
    [InlineData("2026-11-25")]
    [InlineData("9999")]
    public void A_future_date_is_refused(string date)
    {
        Validation.Single(Validation.Of(Valid.Dataset with { Issued = Date(date) }), "issued", "not after today, 2026-11-24");
        Validation.Single(Validation.Of(Valid.Dataset with { Modified = Date(date) }), "modified", "not after today");
        Validation.Single(
            Validation.Of(Valid.Dataset with { Temporal = new Period(Date(date), null) }), "temporal.start", "not after today");
        Validation.Single(Validation.Of(Valid.Series with { Issued = Date(date) }), "issued", "not after today");
        Validation.Single(
            Validation.Of(Valid.Dataset with { Distributions = [Valid.Distribution with { Modified = Date(date) }] }),
            "distributions[0].modified",
            "not after today");
    }

    [Fact]
    public void The_end_of_a_period_may_lie_ahead() =>
        Assert.Empty(Validation.Of(Valid.Dataset with { Temporal = new Period(Date("2026"), Date("9999")) }));

    [Theory]
    [InlineData("2020", "2020", true)]
    [InlineData("2020-05", "2020", true)]
    [InlineData("2020", "2020-05", true)]
    [InlineData("2020-05-31", "2020-05", true)]
    [InlineData("2020-05-31", "2020-06-01", true)]
    [InlineData("2021", "2020-12-31", false)]
    [InlineData("2020-06", "2020-05-31", false)]
    [InlineData("2020-06-02", "2020-06-01", false)]
    public void A_period_and_a_life_go_forward(string first, string second, bool valid)
    {
        var periods = Validation.Of(Valid.Dataset with { Temporal = new Period(Date(first), Date(second)) });
        var lives = Validation.Of(Valid.Dataset with { Issued = Date(first), Modified = Date(second) });
        Assert.Equal(valid, periods.Count == 0);
        Assert.Equal(valid, lives.Count == 0);
        Assert.All(periods, failure => Assert.Equal("temporal.end", failure.PropertyName));
        Assert.All(lives, failure => Assert.Equal("modified", failure.PropertyName));
    }

    [Fact]
    public void Facts_are_not_checked_in_the_future()
    {
        var tomorrow = new DateOnly(2026, 11, 25);
        Validation.Single(
            Validation.Of(Valid.Dataset with { Provenance = Valid.Provenance with { CheckedAt = tomorrow } }),
            "provenance.checkedAt", "today");
        Validation.Single(Validation.Of(Valid.Agent with { CheckedAt = tomorrow }), "checkedAt", "today");
    }

    [Theory]
    [InlineData("P2M", true)]
    [InlineData("P1Y2M3D", true)]
    [InlineData("PT12H", true)]
    [InlineData("2 months", false)]
    [InlineData("P", false)]
    [InlineData("P2W", false)]
    [InlineData("-P2M", false)]
    [InlineData("P99999999999Y", false)]
    [InlineData("", false)]
    public void A_deadline_is_an_ISO_8601_duration(string deadline, bool valid)
    {
        var failures = Validation.Of(
            Valid.Rule with { Deadline = new RuleDeadline("after-event") { Value = deadline, Event = LanguageMap.Of("Le vote") } });
        Assert.Equal(valid, failures.Count == 0);
        Assert.All(failures, failure => Assert.Equal("deadline.value", failure.PropertyName));
    }

    private static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text, nameof(text));
}
