using DataCatalog.Storage;

namespace DataCatalog.Tests;

/// <summary>The end of an application whose database another one goes on with.</summary>
internal static class StoppedApp
{
    /// <summary>Stops it and waits until it has given its database free.</summary>
    public static async Task StopAsync(this CatalogApp app)
    {
        await app.DisposeAsync();
        for (var tries = 0; tries < 500; tries++)
        {
            try
            {
                using var held = DatabaseLock.Take(app.Database!);
                Assert.False(File.Exists($"{app.Database}-wal"), "The database was given free before it was closed.");
                return;
            }
            catch (RefusedException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail("The database was not given free within ten seconds.");
    }
}
