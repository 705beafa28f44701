using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Obligations;

/// <summary>What must hold for communes that the other tests do not load.</summary>
public sealed class AllCommunesTests(AllCommunes all) : IClassFixture<AllCommunes>
{
    /// <summary>The most bytes of a mapping: it is read on a telephone too.</summary>
    private const int MostBytes = 75_000;

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("commune:75056")]
    [InlineData("commune:02033")]
    [InlineData("commune:13055")]
    [InlineData("epci:243500139")]
    public async Task A_mapping_is_small_enough_to_be_read(string territory)
    {
        using var response = await all.App.GetAsync($"/territories/{territory}/mapping.json");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.InRange(bytes.Length, 1_000, MostBytes);
    }

    [Fact]
    public async Task A_rule_that_comes_into_force_is_in_the_calendar()
    {
        var coming = (await all.App.JsonAsync("/territories/commune:98818/calendar?months=2")).Items("member")
            .Single(duty => DutyJson.RuleOf(duty) is "bal-adresses-nouvelle-caledonie");
        using var file = await all.App.GetAsync("/territories/commune:98818/calendar.ics?months=2");
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("2027-01-01", coming.Text("inForceFrom"));
        Assert.Contains("UID:bal-adresses-nouvelle-caledonie.20270101.commune:98818@localhost\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:", text, StringComparison.Ordinal);
        Assert.Contains("Entre en vigueur : ", text, StringComparison.Ordinal);
        var duty = await all.App.DutyAsync("bal-adresses-nouvelle-caledonie", "commune:98818");
        Assert.Equal(("no", "in-force"), (duty.Text("applies"), duty.Text("because")));
        Assert.Contains("1er janvier 2027", duty.GetProperty("comment").Text("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_comes_into_force_elsewhere_is_not_in_the_calendar() =>
        Assert.DoesNotContain(
            (await all.App.JsonAsync("/territories/commune:35238/calendar")).Items("member"),
            duty => duty.TryGetProperty("inForceFrom", out _));
}

/// <summary>The application with all communes, on a day before a rule comes into force.</summary>
public sealed class AllCommunes : IDisposable
{
    public CatalogApp App { get; } = new()
    {
        HasAllCommunes = true,
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero)),
    };

    public void Dispose() => App.Dispose();
}
