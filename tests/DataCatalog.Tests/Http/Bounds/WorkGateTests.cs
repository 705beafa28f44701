using System.Net;
using DataCatalog.Http.Bounds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http.Bounds;

public sealed class WorkGateTests : IAsyncDisposable
{
    /// <summary>More than run and wait at once, of any kind.</summary>
    private const int Many = 1000;

    private readonly CatalogApp _app = new();
    private readonly List<FairQueue.Place?> _held = [];
    private readonly CancellationTokenSource _clients = new();

    private WorkGate Gate => _app.Services.GetRequiredService<WorkGate>();

    [Theory]
    [InlineData("/catalog", "Page")]
    [InlineData("/catalog.ttl?hvd=true", "Page")]
    [InlineData("/datasets?q=eau", "Search")]
    [InlineData("/suggest?q=eau", "Search")]
    [InlineData("/territories?q=rennes", "Search")]
    [InlineData("/territories/commune:35238/datasets", "Search")]
    [InlineData("/territories/commune:35238/mapping", "Search")]
    [InlineData("/datasets/arbres-rennes", "Entry")]
    [InlineData("/vocabularies", "Entry")]
    public async Task Work_that_there_is_no_room_for_is_503_with_when_to_try_again(string address, string cost)
    {
        Fill(Enum.Parse<Cost>(cost));
        using var refused = await _app.GetAsync(address, "Accept: text/turtle, */*");
        var problem = await CatalogApp.JsonOf(refused);
        await LeaveAsync();
        using var answered = await _app.GetAsync(address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:datacatalog:problem:busy", problem.GetProperty("type").GetString());
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Null(refused.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Heavy_work_keeps_no_light_work_waiting()
    {
        Fill(Cost.Page);
        Fill(Cost.Search);
        using var response = await _app.GetAsync("/datasets/arbres-rennes");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task One_address_takes_a_part_of_the_places_only()
    {
        var greedy = Enumerable.Range(0, Many).Select(_ => Gate.EnterAsync(From("192.0.2.1"), Cost.Search).AsTask()).ToList();
        var other = Gate.EnterAsync(From("192.0.2.2"), Cost.Search).AsTask();

        Assert.Contains(greedy, IsRefused);
        Assert.False(IsRefused(other));
        await _clients.CancelAsync();
        await Task.WhenAll([.. greedy.Append(other).Select(ReleaseAsync)]);
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_network_count_as_one()
    {
        var greedy = Enumerable.Range(0, Many)
            .Select(number => Gate.EnterAsync(From($"2001:db8::{number:x}"), Cost.Search).AsTask())
            .ToList();
        var other = Gate.EnterAsync(From("2001:db8:0:1::1"), Cost.Search).AsTask();

        Assert.Contains(greedy, IsRefused);
        Assert.False(IsRefused(other));
        await _clients.CancelAsync();
        await Task.WhenAll([.. greedy.Append(other).Select(ReleaseAsync)]);
    }

    [Fact]
    public async Task Clients_take_turns_by_their_addresses()
    {
        var line = new FairQueue(atOnce: 1, waiting: 10, ofOneAddress: 5);
        var (greedy, modest) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));
        var working = await line.EnterAsync(greedy, CancellationToken.None);
        var first = line.EnterAsync(greedy, CancellationToken.None).AsTask();
        var second = line.EnterAsync(greedy, CancellationToken.None).AsTask();
        var other = line.EnterAsync(modest, CancellationToken.None).AsTask();

        working!.Dispose();
        working.Dispose();
        (await first)!.Dispose();
        var place = await other;
        Assert.False(second.IsCompleted);
        place!.Dispose();
        (await second)!.Dispose();
        Assert.NotNull(await line.EnterAsync(modest, CancellationToken.None));
    }

    [Fact]
    public async Task Who_leaves_makes_room_in_the_line_at_once()
    {
        var line = new FairQueue(atOnce: 1, waiting: 1, ofOneAddress: 1);
        using var client = new CancellationTokenSource();
        var working = await line.EnterAsync(IPAddress.Loopback, CancellationToken.None);
        var leaving = line.EnterAsync(IPAddress.Loopback, client.Token).AsTask();
        Assert.Null(await line.EnterAsync(IPAddress.IPv6Loopback, CancellationToken.None));
        await client.CancelAsync();
        var waiting = line.EnterAsync(IPAddress.IPv6Loopback, CancellationToken.None).AsTask();
        working!.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.NotNull(await waiting);
    }

    [Fact]
    public async Task Who_leaves_gives_up_the_place_in_the_line()
    {
        Fill(Cost.Page);
        await _clients.CancelAsync();
        await LeaveAsync();
        using var response = await _app.GetAsync("/catalog");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public void Bytes_that_nobody_waits_for_are_not_written()
    {
        using var client = new CancellationTokenSource();
        using var bytes = new CancellableStream(client.Token);
        bytes.Write("here"u8);
        client.Cancel();

        Assert.Throws<OperationCanceledException>(() => bytes.Write("gone"u8));
        Assert.Throws<OperationCanceledException>(() => bytes.Write("gone"u8.ToArray(), 0, 4));
        Assert.Equal(4, bytes.Length);
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _clients.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>Takes every place of a kind, and every place in its line, from different addresses.</summary>
    private void Fill(Cost cost)
    {
        using var client = _app.NewClient();
        var waiting = Enumerable.Range(0, Many)
            .Select(number => Gate.EnterAsync(From($"10.0.{number / 250}.{1 + (number % 250)}"), cost).AsTask())
            .ToList();
        _held.AddRange(waiting.Where(task => task.IsCompletedSuccessfully).Select(task => task.Result));
        Assert.Contains(_held, place => place is not null);
        Assert.Contains(_held, place => place is null);
    }

    private async Task LeaveAsync()
    {
        await _clients.CancelAsync();
        _held.ForEach(place => place?.Dispose());
        _held.Clear();
    }

    private DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext { RequestAborted = _clients.Token };
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }

    private static bool IsRefused(Task<FairQueue.Place?> task) => task.IsCompletedSuccessfully && task.Result is null;

    private static async Task ReleaseAsync(Task<FairQueue.Place?> task)
    {
        try
        {
            (await task)?.Dispose();
        }
        catch (OperationCanceledException)
        {
            Assert.True(task.IsCanceled);
        }
    }
}
