using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Storage;

/// <summary>Another thread of this process writes for longer than one waits, or a standby has not followed yet.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It has one message and no inner exception.")]
internal sealed class BusyException() : DbException("The database is being written, or follows another one.");
