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
                DatabaseLock.Take(app.Database!).Dispose();
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
