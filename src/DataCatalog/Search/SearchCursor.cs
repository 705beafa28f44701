using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Http;
using DataCatalog.Index.Columns;

namespace DataCatalog.Search;

/// <summary>
/// A place between two answers. In an order of datasets it is a place in that order, which stays whatever changes; in a list ranked by
/// words it is a number, and holds only while the catalogue is as it was.
/// </summary>
/// <param name="Question">A mark of the question and the order: a cursor belongs to one.</param>
/// <param name="IsForward">Whether the page begins here, or is the one before.</param>
/// <param name="Key">What the order compares; the place in a ranked list.</param>
/// <param name="Id">The dataset before the place, or after it; of a ranked list, the number of the change that it shows.</param>
internal sealed record SearchCursor(string Question, bool IsForward, string Key, string Id)
{
    private const char Separator = '\n';

    public static string MarkOf(Question question) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{question.Path}\n{question.Order?.Name}\n{question.Link}")).AsSpan(0, 6));

    /// <summary>The place just before or just after a dataset in an order.</summary>
    public static SearchCursor At(Question question, bool isForward, Row row) => new(
        MarkOf(question),
        isForward,
        question.Order == RowOrder.Modified ? row.Sequence.ToString(CultureInfo.InvariantCulture) : question.Order == RowOrder.Title ? row.Title : "",
        row.Id);

    /// <summary>A place in a ranked list.</summary>
    public static SearchCursor At(Question question, bool isForward, int place, long sequence) => new(
        MarkOf(question), isForward, place.ToString(CultureInfo.InvariantCulture), sequence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a cursor; null when it is none of ours.</summary>
    public static SearchCursor? Parse(string text) =>
        StrictBase64.FromUrl(text) is { } bytes && Encoding.UTF8.GetString(bytes).Split(Separator) is [var question, "+" or "-", var key, var id] parts
            ? new SearchCursor(question, parts[1] is "+", key, id)
            : null;

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, Question, IsForward ? "+" : "-", Key.ReplaceLineEndings(" "), Id)));

    /// <summary>How many of the datasets in an order stand before the place.</summary>
    public int PlaceIn(ReadOnlySpan<Row> rows, RowOrder order)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var comparison = Compare(rows[middle], order);
            if (comparison < 0 || (comparison == 0 && IsForward))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The place in a ranked list of a state; null when the list was another one.</summary>
    public int? PlaceAfter(long sequence) =>
        long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var then) && then == sequence
        && int.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>Compares a dataset with the one at the place.</summary>
    private int Compare(Row row, RowOrder order)
    {
        var byKey = order == RowOrder.Modified ? SequenceOf(Key).CompareTo(row.Sequence) : order == RowOrder.Title ? RowOrder.CompareTitles(row.Title, Key) : 0;
        return byKey != 0 ? byKey : string.CompareOrdinal(row.Id, Id);
    }

    private static long SequenceOf(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
