using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Sources;

namespace CallControl.Media.Buffers;

/// <summary>
/// A bounded queue of frames for one reader at a time. When it is full the oldest frame makes room. A frame's buffer goes back when the reader asks for the
/// next one. Nothing is allocated for a frame, also when the reader has to wait.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Who reads owns the reader; the queue only knows it.")]
internal sealed class FrameQueue<T>(int capacity) : IAsyncEnumerable<T>, IThreadPoolWorkItem, IValueTaskSource<bool>
    where T : struct, IPooledFrame
{
    private readonly Lock _gate = new();
    private readonly T[] _items = new T[capacity];
    private int _head;
    private int _count;
    private bool _isCompleted;
    private Exception? _fault;
    private Reader? _reader;
    private bool _isWaiting;
    private ManualResetValueTaskSourceCore<bool> _wait;

    /// <summary>Adds a frame.</summary>
    /// <param name="item">The frame; given back at once when the queue is completed.</param>
    /// <param name="dropped">The frame that had to make room, already given back; the frame itself when the queue is completed.</param>
    /// <returns>False when something was dropped.</returns>
    public bool TryAdd(in T item, out T dropped)
    {
        dropped = default;
        var isDropped = false;
        var wakes = false;
        lock (_gate)
        {
            if (_isCompleted)
            {
                (dropped, isDropped) = (item, true);
            }
            else
            {
                if (_count == capacity)
                    (dropped, isDropped) = (Take(), true);

                _items[(_head + _count++) % capacity] = item;
                (wakes, _isWaiting) = (_isWaiting, false);
            }
        }

        if (isDropped)
            dropped.Return();

        if (wakes)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

        return !isDropped;
    }

    /// <summary>No more frames come; those that are there are still read. Again, it does nothing.</summary>
    /// <param name="fault">What the reader gets behind the last frame; null for a plain end.</param>
    public void Complete(Exception? fault = null)
    {
        var wakes = false;
        lock (_gate)
        {
            if (_isCompleted)
                return;

            (_isCompleted, _fault) = (true, fault);
            (wakes, _isWaiting) = (_isWaiting, false);
        }

        if (wakes)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>The frames, read until this token or that of the enumeration is cancelled.</summary>
    public IAsyncEnumerable<T> ReadAll(CancellationToken cancellationToken) => new Reading(this, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Somebody is reading already.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Begin(cancellationToken, CancellationToken.None);

    void IThreadPoolWorkItem.Execute() => _wait.SetResult(true);

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        _wait.GetResult(token);
        return Advance();
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    private Reader Begin(CancellationToken first, CancellationToken second)
    {
        lock (_gate)
        {
            if (_reader is not null)
                throw new InvalidOperationException("Somebody is reading already: there is one reader at a time.");

            return _reader = new Reader(this, first, second);
        }
    }

    private T Take()
    {
        var item = _items[_head];
        _items[_head] = default;
        _head = (_head + 1) % capacity;
        _count--;
        return item;
    }

    private ValueTask<bool> MoveNextAsync(Reader reader)
    {
        reader.ReturnCurrent();
        lock (_gate)
        {
            if (_count == 0 && !_isCompleted && !reader.IsCancelled)
            {
                _wait.Reset();
                _isWaiting = true;
                return new ValueTask<bool>(this, _wait.Version);
            }
        }

        return ValueTask.FromResult(Advance());
    }

    private bool Advance()
    {
        lock (_gate)
        {
            var reader = _reader!;
            reader.ThrowIfCancelled();
            if (_count > 0)
            {
                reader.Current = Take();
                return true;
            }

            return _fault is null ? false : throw _fault;
        }
    }

    private void Cancel()
    {
        bool wakes;
        lock (_gate)
            (wakes, _isWaiting) = (_isWaiting, false);

        if (wakes)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Leave(Reader reader)
    {
        reader.ReturnCurrent();
        lock (_gate)
        {
            if (_reader == reader)
                _reader = null;
        }
    }

    private sealed class Reader : IAsyncEnumerator<T>
    {
        private readonly FrameQueue<T> _queue;
        private readonly CancellationToken _first;
        private readonly CancellationToken _second;
        private readonly CancellationTokenRegistration _firstRegistration;
        private readonly CancellationTokenRegistration _secondRegistration;
        private T _current;

        public Reader(FrameQueue<T> queue, CancellationToken first, CancellationToken second)
        {
            (_queue, _first, _second) = (queue, first, second);
            _firstRegistration = first.UnsafeRegister(static state => ((FrameQueue<T>)state!).Cancel(), queue);
            _secondRegistration = second.UnsafeRegister(static state => ((FrameQueue<T>)state!).Cancel(), queue);
        }

        public bool IsCancelled => _first.IsCancellationRequested || _second.IsCancellationRequested;

        public T Current
        {
            get => _current;
            set => _current = value;
        }

        public ValueTask<bool> MoveNextAsync() => _queue.MoveNextAsync(this);

        public void ThrowIfCancelled()
        {
            _first.ThrowIfCancellationRequested();
            _second.ThrowIfCancellationRequested();
        }

        public void ReturnCurrent()
        {
            _current.Return();
            _current = default;
        }

        public async ValueTask DisposeAsync()
        {
            await _firstRegistration.DisposeAsync().ConfigureAwait(false);
            await _secondRegistration.DisposeAsync().ConfigureAwait(false);
            _queue.Leave(this);
        }
    }

    private sealed class Reading(FrameQueue<T> queue, CancellationToken token) : IAsyncEnumerable<T>
    {
        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => queue.Begin(token, cancellationToken);
    }
}
