namespace DataCatalog.Storage;

/// <summary>Computes the next items of a sequence while the caller works on those before them.</summary>
internal static class Preparing
{
    /// <summary>Returns the results in the order of the items. The computation must not use what the caller uses meanwhile.</summary>
    /// <param name="items">The items.</param>
    /// <param name="size">How many are computed ahead, on one other thread.</param>
    /// <param name="compute">Computes the result of an item.</param>
    public static IEnumerable<TResult> Ahead<T, TResult>(this IEnumerable<T> items, int size, Func<T, TResult> compute)
    {
        var next = Task.FromResult<TResult[]>([]);
        foreach (var chunk in items.Chunk(size))
        {
            var ready = next.GetAwaiter().GetResult();
            next = Task.Run(() => Array.ConvertAll(chunk, item => compute(item)));
            foreach (var result in ready)
            {
                yield return result;
            }
        }

        foreach (var result in next.GetAwaiter().GetResult())
        {
            yield return result;
        }
    }
}
